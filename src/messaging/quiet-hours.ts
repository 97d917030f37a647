import { addDays, dateAt, instantOf, timeAt } from '../base/calendar'
import type { Instant } from '../base/clock'

/** People sleep: what we start ourselves waits for the morning. */
export const QUIET_FROM = '21:00'
export const QUIET_UNTIL = '08:00'

/** When the quiet hours that hold now end; nothing outside them. */
export function quietUntil(now: Instant, timeZone: string): Instant | undefined {
  const time = timeAt(now, timeZone)
  const today = dateAt(now, timeZone)
  if (time < QUIET_UNTIL) return instantOf(today, QUIET_UNTIL, timeZone)
  return time < QUIET_FROM ? undefined : instantOf(addDays(today, 1), QUIET_UNTIL, timeZone)
}
