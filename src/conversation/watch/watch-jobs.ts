import { instantOf } from '../../base/calendar'
import { DAY, HOUR, MINUTE, type Instant } from '../../base/clock'
import { afterWaking, USUAL_QUIET_HOURS } from '../../base/quiet-hours'
import type { OnCall } from '../../blood/organisation/organisation'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { JobDraft } from '../../schedule/job-store'

/** What the clock looks after while a request is open. */
export type WatchJobKind = 'unseen' | 'silence'

/** A new request that nobody verified for so long is told of (CARE: the coordinator asleep). */
const UNSEEN_AFTER = 30 * MINUTE
/** A family hears something at least so often, nights not counted (CARE: never silent for six waking hours). */
const SILENT_AT_MOST = 6 * HOUR
/** What is needed so soon does not wait for the hours in which coordinators answer. */
const SOON = DAY

interface Times {
  readonly onCall: OnCall
  readonly timeZone: string
}

/** What is watched from the moment a request is stored. */
export function watchJobs(
  request: Pick<BloodRequest, 'id' | 'createdAt' | 'neededBy'>,
  times: Times,
): readonly JobDraft[] {
  return [unseenJob(request, times), silenceJob(request.id, request.createdAt, times.timeZone)]
}

function unseenJob(
  { id, createdAt, neededBy }: Pick<BloodRequest, 'id' | 'createdAt' | 'neededBy'>,
  { onCall, timeZone }: Times,
): JobDraft {
  const isSoon = instantOf(neededBy, '00:00', timeZone) - createdAt < SOON
  const offCall = { from: onCall.until, until: onCall.from }
  const due = isSoon
    ? createdAt + UNSEEN_AFTER
    : afterWaking(createdAt, UNSEEN_AFTER, { quiet: offCall, timeZone })
  return job('unseen', id, due)
}

/** When the family has heard nothing for too long since this instant. */
export function silentSince(heard: Instant, timeZone: string): Instant {
  return afterWaking(heard, SILENT_AT_MOST, { quiet: USUAL_QUIET_HOURS, timeZone })
}

/** Looks whether the family has heard nothing since this instant. */
export function silenceJob(requestId: string, heard: Instant, timeZone: string): JobDraft {
  return job('silence', requestId, silentSince(heard, timeZone))
}

/** The request that a job watches. */
export function watchedRequest({ payload }: Pick<JobDraft, 'payload'>): string {
  return (JSON.parse(payload) as { readonly requestId: string }).requestId
}

function job(kind: WatchJobKind, requestId: string, due: Instant): JobDraft {
  return { id: `${kind} ${requestId} ${due}`, kind, due, payload: JSON.stringify({ requestId }) }
}
