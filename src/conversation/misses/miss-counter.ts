import { dateAt } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import type { Miss, MissCount } from './miss'
import type { MissStore } from './miss-store'

/**
 * Counts in memory, so that no turn waits for it. A worker calls `flush`; what was counted since the last one is lost
 * with the process.
 */
export class MissCounter {
  private counted = new Map<string, MissCount>()

  constructor(private readonly deps: { readonly misses: MissStore; readonly timeZone: string }) {}

  note({ flow, step, locale, nth }: Miss, at: Instant): void {
    const day = dateAt(at, this.deps.timeZone)
    const key = JSON.stringify([day, flow, step, locale, nth])
    const { count } = this.counted.get(key) ?? { count: 0 }
    this.counted.set(key, { day, flow, step, locale, nth, count: count + 1 })
  }

  /** Adds what was counted to the store. When that fails it is lost: nothing may be counted twice. */
  async flush(): Promise<void> {
    if (this.counted.size === 0) return
    const counts = [...this.counted.values()]
    this.counted = new Map()
    await this.deps.misses.add(counts)
  }
}
