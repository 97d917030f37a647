/** A moment, as milliseconds since 1970-01-01 UTC. Calendar dates are `CalendarDate`, never an instant. */
export type Instant = number

/** A calendar day `YYYY-MM-DD` in the operator's `TIME_ZONE`. */
export type CalendarDate = string

/** The only source of time. Tests give one that stands still; nothing else reads the wall clock. */
export interface Clock {
  now(): Instant
  /** Resolves after `ms` milliseconds of this clock's time; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const abort = (): void => {
        clearTimeout(timer)
        reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'))
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', abort)
        resolve()
      }, ms)
      if (signal?.aborted) abort()
      else signal?.addEventListener('abort', abort, { once: true })
    }),
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
