import type { Instant } from '../base/clock'

/** Something to do at a time of its own. The id is deterministic: scheduling the same id again changes nothing. */
export interface JobDraft {
  readonly id: string
  /** Names the handler. */
  readonly kind: string
  readonly due: Instant
  /** Plain JSON that the handler understands; names nobody, only ids. */
  readonly payload: string
}

/**
 * `waiting` until it is due; `claimed` is with a process until the lease ends, after which another may claim it; `done`
 * and `cancelled` have ended; `failed` was given up. What has ended is kept for a while, so that its id stays taken.
 */
export type JobState = 'waiting' | 'claimed' | 'done' | 'cancelled' | 'failed'

export interface Job extends JobDraft {
  readonly state: JobState
  /** Counts claims. It fences: only who holds the latest claim may end it. */
  readonly attempt: number
  /** When the claim ends. */
  readonly leaseUntil?: Instant
}

/** How a claim ends: done, given up, or to be tried again at `due`. */
export type JobEnd =
  | { readonly state: 'done' | 'failed'; readonly at: Instant }
  | { readonly state: 'waiting'; readonly due: Instant }

export interface JobStore {
  /** Adds the jobs whose ids are free; a job whose id was ever taken is left as it is, also when it has ended. */
  schedule(jobs: readonly JobDraft[]): Promise<void>
  /** Ends jobs that wait or are claimed: whoever holds a claim finds it gone. How many ended by this. */
  cancel(ids: readonly string[], now: Instant): Promise<number>
  /** Claims up to `limit` jobs that are due, or whose lease has ended, the longest due first. Each is given to one. */
  claim(ask: {
    readonly now: Instant
    readonly leaseMs: number
    readonly limit: number
  }): Promise<readonly Job[]>
  /** Ends the claim of this attempt. False when it no longer stands; then nothing changes. */
  end(id: string, attempt: number, how: JobEnd): Promise<boolean>
  get(id: string): Promise<Job | undefined>
  /** When the next job is due, or the next lease ends. */
  nextDue(): Promise<Instant | undefined>
}
