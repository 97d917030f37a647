import { DAY, HOUR, MINUTE, type Instant } from '../../base/clock'
import { heldUntil, type Pledge } from '../../blood/alerts/pledge'
import type { JobDraft } from '../../schedule/job-store'

/** What the clock does for a pledge. */
export type PledgeJobKind = 'hold' | 'remind' | 'follow_up' | 'no_show'

/** Which pledge a job is about; a pledge that was made anew meanwhile is another. */
export interface PledgeJob {
  readonly requestId: string
  readonly donorId: string
  /** For `hold` when the yes was said, for the others when the donor wants to come. */
  readonly of: Instant
}

const REMIND_BEFORE = 2 * HOUR
/** Somebody who comes sooner than this has just said so. */
const REMIND_AT_LEAST_AFTER = 30 * MINUTE
const ASK_AFTER = 3 * HOUR

/** When the place that is held for a yes runs out. */
export function holdJob(requestId: string, pledge: Pick<Pledge, 'donorId' | 'saidYesAt'>): JobDraft {
  return job('hold', heldUntil(pledge), { requestId, donorId: pledge.donorId, of: pledge.saidYesAt })
}

/** What follows when somebody has named the time of arrival. */
export function comingJobs(
  requestId: string,
  { donorId, arrivesAt }: { readonly donorId: string; readonly arrivesAt: Instant },
  now: Instant,
): readonly JobDraft[] {
  const about = { requestId, donorId, of: arrivesAt }
  const remindAt = arrivesAt - REMIND_BEFORE
  return [
    ...(remindAt >= now + REMIND_AT_LEAST_AFTER ? [job('remind', remindAt, about)] : []),
    job('follow_up', arrivesAt + ASK_AFTER, about),
    job('no_show', arrivesAt + DAY, about),
  ]
}

/** Reads what a job is about. */
export function pledgeJobOf({ payload }: Pick<JobDraft, 'payload'>): PledgeJob {
  return JSON.parse(payload) as PledgeJob
}

function job(kind: PledgeJobKind, due: Instant, about: PledgeJob): JobDraft {
  const { requestId, donorId, of } = about
  return { id: `${kind} ${requestId} ${donorId} ${of}`, kind, due, payload: JSON.stringify(about) }
}
