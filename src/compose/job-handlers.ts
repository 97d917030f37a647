import type { JobHandler } from '../schedule/run-due-jobs'

/**
 * What each kind of scheduled job does; a job of a kind that is not here is told of as a fault, and tried again. Each
 * handler's effect is one atomic write under the job's id.
 */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {}
