import type { Clock } from '../../base/clock'

/** What Twilio does by itself: deliveries, retries, callbacks. */
export interface Tasks {
  /** Begins work at once and counts it until it ends; gives back its result, which need not be awaited. */
  run<T>(work: () => Promise<T>): Promise<T>
  /** Waits on the clock; while it waits, work does not count as being done. Zero does not wait at all. */
  pause(ms: number): Promise<void>
  /** Resolves when nothing is being done (it may be waiting for its time); rejects when work failed. */
  settled(): Promise<void>
}

export function createTasks(clock: Clock): Tasks {
  let active = 0
  const failures: unknown[] = []
  let waiting: (() => void)[] = []
  const end = (): void => {
    active--
    if (active > 0) return
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }
  return {
    run(work) {
      active++
      const result = work()
      result.then(end, (error: unknown) => {
        failures.push(error)
        end()
      })
      return result
    },
    async pause(ms) {
      if (ms <= 0) return
      const slept = clock.sleep(ms)
      end()
      await slept.finally(() => active++)
    },
    async settled() {
      while (active > 0) await new Promise<void>((resolve) => waiting.push(resolve))
      if (failures.length > 0) throw new Error('the stand-in failed', { cause: failures.shift() })
    },
  }
}
