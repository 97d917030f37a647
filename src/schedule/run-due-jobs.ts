import { allEnded } from '../base/all-ended'
import { MINUTE, SECOND, type Clock, type Instant } from '../base/clock'
import type { Job, JobEnd, JobStore } from './job-store'

/** A process that holds a claim for longer has died, or is taken to have. */
const LEASE = 60 * SECOND
const AT_ONCE = 20
/** A job that failed so often is given up and told of. */
export const MAX_JOB_ATTEMPTS = 20
const LONGEST_REST = 10 * MINUTE

/**
 * Does what a kind of job stands for. It may be run again after a crash, also while an earlier run of a process that was
 * taken for dead still goes on: every effect is one atomic write under `job.id` as its key.
 */
export type JobHandler = (job: Job, now: Instant) => Promise<void>

export interface SchedulerDeps {
  readonly jobs: JobStore
  readonly handlers: Readonly<Record<string, JobHandler>>
  readonly clock: Clock
  /** Told of a run that failed; `givenUp` when it will not be tried again. Free of payloads. */
  readonly onFault: (fault: {
    readonly jobId: string
    readonly kind: string
    readonly givenUp: boolean
    readonly error: unknown
  }) => void
}

/** Runs every job that is due, several at once. Resolves when none is due any more; rejects when the store fails. */
export async function runDueJobs(deps: SchedulerDeps): Promise<void> {
  for (;;) {
    const jobs = await deps.jobs.claim({ now: deps.clock.now(), leaseMs: LEASE, limit: AT_ONCE })
    if (jobs.length === 0) return
    await allEnded(jobs.map((job) => run(job, deps)))
  }
}

async function run(job: Job, deps: SchedulerDeps): Promise<void> {
  const how = await outcome(job, deps)
  await deps.jobs.end(job.id, job.attempt, how)
}

async function outcome(job: Job, { handlers, clock, onFault }: SchedulerDeps): Promise<JobEnd> {
  try {
    const handler = Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined
    if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`)
    await handler(job, clock.now())
    return { state: 'done', at: clock.now() }
  } catch (error) {
    const givenUp = job.attempt >= MAX_JOB_ATTEMPTS
    onFault({ jobId: job.id, kind: job.kind, givenUp, error })
    const at = clock.now()
    return givenUp ? { state: 'failed', at } : { state: 'waiting', due: at + rest(job.attempt) }
  }
}

function rest(attempt: number): number {
  return Math.min(2 ** (attempt - 1) * SECOND, LONGEST_REST)
}
