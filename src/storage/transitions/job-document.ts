import { DAY, type Instant } from '../../base/clock'
import type { Job, JobDraft, JobEnd } from '../../schedule/job-store'
import { without } from './without'

/** How long the id of an ended job stays taken. */
const KEPT_AFTER = 90 * DAY

/** A job as it is stored. */
export interface JobDocument extends Job {
  /** While it is open: when it may be claimed next, being due or its lease having ended. */
  readonly claimableAt?: Instant
  /** Once it has ended. */
  readonly expireAt?: Instant
}

/** The scheduler's own part of a stored job. */
export function jobOf(document: JobDocument): Job {
  return without(document, 'claimableAt', 'expireAt')
}

export function scheduledJob(draft: JobDraft): JobDocument {
  return { ...draft, state: 'waiting', attempt: 0, claimableAt: draft.due }
}

/** The job claimed once more, or nothing when it may not be claimed now. */
export function claimedJob(job: JobDocument, now: Instant, leaseUntil: Instant): JobDocument | undefined {
  if (job.claimableAt === undefined || job.claimableAt > now) return undefined
  return { ...job, state: 'claimed', attempt: job.attempt + 1, leaseUntil, claimableAt: leaseUntil }
}

/** The job after its claim of this attempt has ended, or nothing when that claim no longer stands. */
export function endedJob(job: JobDocument, attempt: number, how: JobEnd): JobDocument | undefined {
  if (job.state !== 'claimed' || job.attempt !== attempt) return undefined
  const rest = without(job, 'leaseUntil', 'claimableAt')
  return how.state === 'waiting'
    ? { ...rest, ...how, claimableAt: how.due }
    : { ...rest, state: how.state, expireAt: how.at + KEPT_AFTER }
}

/** The job called off, or nothing when it has ended. */
export function cancelledJob(job: JobDocument, now: Instant): JobDocument | undefined {
  if (job.claimableAt === undefined) return undefined
  return { ...without(job, 'leaseUntil', 'claimableAt'), state: 'cancelled', expireAt: now + KEPT_AFTER }
}
