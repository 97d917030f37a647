import type { Calendar, Day } from './calendar-day'
import type { Sign } from './calendar-words'

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

/** The index of the first sign from `at` on that is none of `meanings`. */
export function past(signs: readonly Sign[], at: number, ...meanings: readonly string[]): number {
  let next = at
  while (meanings.includes(signs[next]?.meaning ?? '')) next++
  return next
}

/** Whether sign `at` has one of `meanings`. */
export function means(signs: readonly Sign[], at: number, ...meanings: readonly string[]): boolean {
  return meanings.includes(signs[at]?.meaning ?? '')
}

/** Whether sign `at` is the mark `text`, one of `marks` if several are given. */
export function isMark(signs: readonly Sign[], at: number, marks: string): boolean {
  const sign = signs[at]
  return sign?.meaning === 'mark' && marks.includes(sign.text)
}
