import { addDays, dateAt, instantOf, timeAt } from './calendar'
import type { Instant } from './clock'

/** Hours in which we start no message, `HH:MM` in `TIME_ZONE`; they may go over midnight. */
export interface QuietHours {
  readonly from: string
  readonly until: string
}

/** People sleep: what we start ourselves waits for the morning. */
export const USUAL_QUIET_HOURS: QuietHours = { from: '21:00', until: '08:00' }

/** Whether this time of day `HH:MM` lies in the quiet hours. */
export function isQuietTime(time: string, { from, until }: QuietHours): boolean {
  return from <= until ? time >= from && time < until : time >= from || time < until
}

/** When the quiet hours around this instant end; the instant itself when it is not quiet. */
export function quietUntil(now: Instant, quiet: QuietHours, timeZone: string): Instant {
  const time = timeAt(now, timeZone)
  if (!isQuietTime(time, quiet)) return now
  const today = dateAt(now, timeZone)
  return instantOf(time < quiet.until ? today : addDays(today, 1), quiet.until, timeZone)
}

/** The instant so much later, with only the time counted that is not quiet. */
export function afterWaking(
  from: Instant,
  ms: number,
  night: { readonly quiet: QuietHours; readonly timeZone: string },
): Instant {
  const { quiet, timeZone } = night
  let at = quietUntil(from, quiet, timeZone)
  for (let left = ms; ;) {
    const evening = nextTime(at, quiet.from, timeZone)
    if (at + left <= evening) return at + left
    left -= evening - at
    at = quietUntil(evening, quiet, timeZone)
  }
}

function nextTime(after: Instant, time: string, timeZone: string): Instant {
  const today = dateAt(after, timeZone)
  const at = instantOf(today, time, timeZone)
  return at > after ? at : instantOf(addDays(today, 1), time, timeZone)
}
