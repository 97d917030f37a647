import type { ActionDeps } from '../conversation/action/deps'
import { lookAtAlerts } from '../conversation/alerts/look-at-alerts'
import { pledgeHandlers } from '../conversation/pledge/pledge-handlers'
import { IMPACT_JOB, tellImpact } from '../conversation/donations/impact-job'
import { watchHandlers } from '../conversation/watch/watch-handlers'
import { WAVE_JOB } from '../conversation/alerts/wave-job'
import type { JobHandler } from '../schedule/run-due-jobs'

/**
 * What each kind of scheduled job does; a job of a kind that is not here is told of as a fault, and tried again. A handler
 * may run again after a crash, so that each of its effects is repeatable.
 */
export function jobHandlers(deps: ActionDeps): Readonly<Record<string, JobHandler>> {
  return {
    ...pledgeHandlers(deps),
    [IMPACT_JOB]: (job, now) => tellImpact(job, now, deps),
    ...watchHandlers(deps),
    [WAVE_JOB]: (job, now) => lookAtAlerts(job, now, deps),
  }
}
