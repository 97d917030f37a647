import type { Clock } from './clock'

/** Something that goes on by itself until it is stopped. */
export interface Repeating {
  /** Runs it at once instead of waiting; several calls while it runs are one further run. */
  kick(): void
  /** No further run; resolves when the one under way is done. */
  stop(): Promise<void>
}

/** Given to sleepers that are woken: making an error for each would cost more than the sleep. */
const WOKEN = new Error('woken')

/**
 * Runs `work` every `ms` of the clock's time, or after as long as `ms` says each time; never twice at once. A failed run is
 * told to `onFault` and repeated.
 */
export function repeat(
  every: {
    readonly ms: number | (() => Promise<number>)
    readonly clock: Clock
    readonly onFault: (error: unknown) => void
  },
  work: () => Promise<unknown>,
): Repeating {
  const state = { stopped: false, wake: new AbortController() }
  const rest = async (): Promise<void> => {
    const { ms } = every
    const asked = typeof ms === 'number' ? ms : await ms()
    await every.clock.sleep(asked, state.wake.signal).catch(() => undefined)
    if (state.wake.signal.aborted) state.wake = new AbortController()
  }
  const loop = async (): Promise<void> => {
    await rest()
    while (!state.stopped) {
      await work().catch(every.onFault)
      if (!state.stopped) await rest()
    }
  }
  const running = loop()
  const kick = (): void => state.wake.abort(WOKEN)
  return {
    kick,
    stop: async () => {
      state.stopped = true
      kick()
      await running
    },
  }
}
