import type { ActionDeps } from '../conversation/action/deps'
import { pledgeHandlers } from '../conversation/pledge/pledge-handlers'
import { WAVE_JOB } from '../conversation/alerts/wave-job'
import type { JobHandler } from '../schedule/run-due-jobs'

/**
 * What each kind of scheduled job does; a job of a kind that is not here is told of as a fault, and tried again. Each
 * handler's effect is one atomic write under the job's id.
 */
export function jobHandlers(deps: ActionDeps): Readonly<Record<string, JobHandler>> {
  return { ...pledgeHandlers(deps), [WAVE_JOB]: async () => undefined }
}
