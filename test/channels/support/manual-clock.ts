import type { Clock, Instant } from '../../../src/base/clock'

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  /** Moves time on, waking sleepers in their order and letting each act before the next. */
  advance(ms: number): Promise<void>
}

export function manualClock(start: Instant = Date.UTC(2026, 0, 26, 3, 30)): ManualClock {
  let now = start
  let sleepers: { readonly at: Instant; readonly wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: now + ms, wake: resolve }
        const abort = (): void => {
          sleepers = sleepers.filter((one) => one !== sleeper)
          reject(new Error('aborted'))
        }
        if (signal?.aborted) return abort()
        sleepers.push(sleeper)
        signal?.addEventListener('abort', abort, { once: true })
      }),
    async advance(ms) {
      const end = now + ms
      for (;;) {
        await turnOfEvents()
        const next = sleepers.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        sleepers = sleepers.filter((one) => one !== next)
        now = Math.max(now, next.at)
        next.wake()
      }
      now = end
    },
  }
}

/** Lets everything that is ready to run do so. */
export async function turnOfEvents(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
}
