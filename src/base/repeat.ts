import type { Clock } from './clock'

/** Something that goes on by itself until it is stopped. */
export interface Repeating {
  /** Runs it at once instead of waiting; several calls while it runs are one further run. */
  kick(): void
  /** No further run; resolves when the one under way is done. */
  stop(): Promise<void>
}

/** Runs `work` every `ms` of the clock's time, never twice at once. A failed run is told to `onFault` and repeated. */
export function repeat(
  every: { readonly ms: number; readonly clock: Clock; readonly onFault: (error: unknown) => void },
  work: () => Promise<unknown>,
): Repeating {
  const stopping = new AbortController()
  let wake = new AbortController()
  const rest = async (): Promise<void> => {
    try {
      await every.clock.sleep(every.ms, AbortSignal.any([wake.signal, stopping.signal]))
    } catch {
      // Woken early.
    }
    wake = wake.signal.aborted ? new AbortController() : wake
  }
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await rest()
      if (stopping.signal.aborted) return
      await work().catch(every.onFault)
    }
  }
  const running = loop()
  return {
    kick: () => wake.abort(),
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
