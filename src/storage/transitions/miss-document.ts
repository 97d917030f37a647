import { DAY, type Instant } from '../../base/clock'
import type { MissCount } from '../../conversation/misses/miss'

/** A counter as it is stored; its id begins with the day, so that ids are in the order of days. */
export interface MissDocument extends MissCount {
  readonly id: string
  readonly expireAt: Instant
}

/** A year and a month: a month can be compared with the same one a year before. */
const KEPT = 400 * DAY

/** The document that the count is added to. */
export function missDocument(counted: MissCount): MissDocument {
  const { day, flow, step, locale, nth, count } = counted
  const id = [day, flow, step, locale, nth].join(' ')
  return { id, day, flow, step, locale, nth, count, expireAt: Date.parse(day) + KEPT }
}

/** What a stored counter says. */
export function countOf({ day, flow, step, locale, nth, count }: MissDocument): MissCount {
  return { day, flow, step, locale, nth, count }
}
