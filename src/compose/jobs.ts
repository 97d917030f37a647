import { lookAtAlerts } from '../conversation/alerts/look-at-alerts'
import { WAVE_JOB } from '../conversation/alerts/wave-job'
import { runDueJobs, type JobHandler } from '../schedule/run-due-jobs'
import { SECOND } from '../base/clock'
import { errorFields } from '../base/logger'
import { actionDeps, type Common } from './common'

/** What each kind of job does. */
export function jobHandlers(common: Common): Readonly<Record<string, JobHandler>> {
  const deps = actionDeps(common)
  return {
    [WAVE_JOB]: (job, now) => lookAtAlerts(job, now, deps),
  }
}

/** Runs what is due. A run that fails is logged and tried again; one that is given up, for a person to look into. */
export function jobsOf(common: Common): () => Promise<void> {
  const { stores, clock, logger } = common
  const handlers = jobHandlers(common)
  return () =>
    runDueJobs({
      jobs: stores.jobs,
      handlers,
      clock,
      onFault: ({ jobId, kind, givenUp, error }) => {
        const fields = { kind, job: logger.person(jobId), ...errorFields(error) }
        if (givenUp) logger.error('job_given_up', fields)
        else logger.warn('job_failed', fields)
      },
    })
}

/** Another process may schedule something sooner, so that no look is farther away than this. */
const LONGEST_SLEEP = SECOND

/** How long to sleep until the next job is due; a storage that does not answer is asked again soon. */
export function untilNextJob({ raw, clock }: Common): () => Promise<number> {
  return async () => {
    const due = await raw.jobs.nextDue().catch(() => undefined)
    const rest = due === undefined ? LONGEST_SLEEP : due - clock.now()
    return Math.min(Math.max(rest, 0), LONGEST_SLEEP)
  }
}
