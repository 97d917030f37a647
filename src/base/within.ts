import type { Clock } from './clock'

/** Given to a timer that is not needed any more: making an error for each would cost more than the timer. */
const ENDED = new Error('ended')

/** What `work` gives, or `late` when that takes longer than `ms` of the clock's time. Late work goes on. */
export async function within<T, L>(
  work: Promise<T>,
  limit: { readonly ms: number; readonly clock: Clock; readonly late: L },
): Promise<T | L> {
  const timer = new AbortController()
  const late = (): L => limit.late
  try {
    return await Promise.race([work, limit.clock.sleep(limit.ms, timer.signal).then(late, late)])
  } finally {
    timer.abort(ENDED)
  }
}
