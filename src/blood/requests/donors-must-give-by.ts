import { addDays, dateAt } from '../../base/calendar'
import type { CalendarDate, Instant } from '../../base/clock'
import type { BloodRequest } from './blood-request'

/** Days a centre needs to test and separate blood before it can be given, where the centre's own are not known. */
export const USUAL_PROCESSING_DAYS = 1

/** The last day on which a donation can still help this request. */
export function donorsMustGiveBy(
  { neededBy }: Pick<BloodRequest, 'neededBy'>,
  processingDays: number = USUAL_PROCESSING_DAYS,
): CalendarDate {
  return addDays(neededBy, -processingDays)
}

/** Whether donors may still be alerted: past the day, a coordinator looks for stock instead. */
export function canStillBeGivenFor(mustGiveBy: CalendarDate, now: Instant, timeZone: string): boolean {
  return dateAt(now, timeZone) <= mustGiveBy
}
