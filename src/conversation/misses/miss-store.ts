import type { CalendarDate } from '../../base/clock'
import type { MissCount } from './miss'

/** How often what people wrote was not understood, by day, step and language: figures only. */
export interface MissStore {
  /** Adds each count to what is stored; atomic for each, in however many processes. */
  add(counts: readonly MissCount[]): Promise<void>
  /** The counts of these days, both included, in no order that means anything. */
  between(from: CalendarDate, to: CalendarDate): Promise<readonly MissCount[]>
}
