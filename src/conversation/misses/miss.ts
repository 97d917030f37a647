import type { CalendarDate } from '../../base/clock'
import type { Locale } from '../../base/locale'

/** Something that was not understood: where, in which language, and which miss in a row it was. No word of it. */
export interface Miss {
  readonly flow: string
  readonly step: string
  readonly locale: Locale
  /** 3: a person was brought in. */
  readonly nth: number
}

/** How often something was not understood on one day. */
export interface MissCount extends Miss {
  readonly day: CalendarDate
  readonly count: number
}

/** A first message that says nothing we know leads to this menu; it is counted where no question was open. */
export const FIRST_MESSAGE = { flow: 'menu', step: 'start', nth: 1 } as const
