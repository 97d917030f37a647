import { addDays, dateAt, instantOf, timeAt } from '../../base/calendar'
import { MINUTE, type Instant } from '../../base/clock'
import type { OnCall } from './organisation'

/** A promise is given in quarters of an hour: "by 17:30", not "by 17:23". */
const STEP = 15 * MINUTE

/**
 * By when a coordinator answers somebody who writes now: `HH:MM` when that is today, else `YYYY-MM-DD HH:MM`. What does
 * not fit before the end of the on-call hours is promised for the next morning.
 */
export function answerBy(now: Instant, onCall: OnCall, timeZone: string): string {
  const today = dateAt(now, timeZone)
  const promised = roundUp(promise(now, today, { onCall, timeZone }))
  const day = dateAt(promised, timeZone)
  const time = timeAt(promised, timeZone)
  return day === today ? time : `${day} ${time}`
}

function promise(
  now: Instant,
  today: string,
  { onCall, timeZone }: { readonly onCall: OnCall; readonly timeZone: string },
): Instant {
  const within = onCall.answerWithinMinutes * MINUTE
  const opens = instantOf(today, onCall.from, timeZone)
  const closes = instantOf(today, onCall.until, timeZone)
  const answered = Math.max(now, opens) + within
  return answered <= closes ? answered : instantOf(addDays(today, 1), onCall.from, timeZone) + within
}

function roundUp(instant: Instant): Instant {
  return Math.ceil(instant / STEP) * STEP
}
