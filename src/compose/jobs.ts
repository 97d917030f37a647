import { runDueJobs } from '../schedule/run-due-jobs'
import { SECOND } from '../base/clock'
import { errorFields } from '../base/logger'
import { actionDeps, type Common } from './common'
import { jobHandlers } from './job-handlers'

/** Runs what is due. A run that fails is logged and tried again; one that is given up, for a person to look into. */
export function jobsOf(common: Common): () => Promise<void> {
  const { stores, clock, logger } = common
  const handlers = jobHandlers(actionDeps(common))
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
