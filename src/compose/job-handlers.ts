import { lookAtAlerts } from '../conversation/alerts/look-at-alerts'
import { pledgeHandlers } from '../conversation/pledge/pledge-handlers'
import { watchHandlers } from '../conversation/watch/watch-handlers'
import { WAVE_JOB } from '../conversation/alerts/wave-job'
import type { JobHandler } from '../schedule/run-due-jobs'
import { actionDeps, type Common } from './common'

/**
 * What each kind of scheduled job does; a job of a kind that is not here is told of as a fault, and tried again. A handler
 * may run again after a crash, so that each of its effects is repeatable.
 */
export function jobHandlers(common: Common): Readonly<Record<string, JobHandler>> {
  const deps = actionDeps(common)
  return {
    ...pledgeHandlers(deps),
    ...watchHandlers(deps),
    [WAVE_JOB]: (job, now) => lookAtAlerts(job, now, deps),
  }
}
