import type { Instant } from '../../base/clock'
import type { Job, JobDraft } from '../../schedule/job-store'

/** The kind of job that looks whether a request needs donors, and asks them. */
export const WAVE_JOB = 'wave'

/**
 * A look at a request's alerts at `due`. The id follows from the request and from what asks for the look: a time, or an
 * event by its own id. Any number of them are one.
 */
export function waveJob(
  requestId: string,
  { due, because = String(due) }: { readonly due: Instant; readonly because?: string },
): JobDraft {
  return { id: `wave ${requestId} ${because}`, kind: WAVE_JOB, due, payload: JSON.stringify({ requestId }) }
}

/** The request that a wave job is about. */
export function requestOf({ payload }: Pick<Job, 'payload'>): string {
  return (JSON.parse(payload) as { readonly requestId: string }).requestId
}

/**
 * The next look at or after `until`, in whole steps from `since`: whoever asks for one of the same stretch asks for the
 * same, so that looks never multiply.
 */
export function nextLook(
  until: Instant,
  { since, stepMs }: { readonly since: Instant; readonly stepMs: number },
): Instant {
  return since + Math.max(1, Math.ceil((until - since) / stepMs)) * stepMs
}
