import type { Calendar, Day } from './calendar-day'
import type { Sign } from './signs'

/**
 * What a stretch of signs says about the date:
 * - `day`: one day, fully stated
 * - `urgent`: today, unless another day is stated
 * - `day_of_month`, `weekday`: a nearest day, or a detail of a day stated elsewhere ("kal, 24 tarikh, mangal ko")
 * - `vague`: next week, last month: no day by itself
 * - `refused`: impossible, a range, or on the wrong side of today
 */
export type Meaning =
  | { readonly is: 'day' | 'urgent'; readonly day: Day }
  | { readonly is: 'day_of_month'; readonly day: Day; readonly number: number }
  | { readonly is: 'weekday'; readonly day: Day | undefined; readonly weekday: number }
  | { readonly is: 'vague' | 'refused' }

/** A meaning and the signs it was read from. */
export interface Reading {
  readonly at: number
  readonly length: number
  readonly meaning: Meaning
}

/** Reads what starts at sign `at`; nothing when it is not of this reader's kind. */
export type Reader = (signs: readonly Sign[], at: number, calendar: Calendar) => Reading | undefined

/** A reading of a whole day; `refused` when there is no such day. */
export function aDay(day: Day | undefined): Meaning {
  return day ? { is: 'day', day } : { is: 'refused' }
}
