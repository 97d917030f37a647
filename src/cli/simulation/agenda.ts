import type { Instant } from '../../base/clock'

interface Entry {
  readonly at: Instant
  readonly nth: number
  readonly happen: (now: Instant) => void
}

/** What is still to happen, played in the order of time; of two at one instant, the one planned first. */
export class Agenda {
  private readonly heap: Entry[] = []
  private planned = 0

  plan(at: Instant, happen: (now: Instant) => void): void {
    this.heap.push({ at, nth: this.planned++, happen })
    let index = this.heap.length - 1
    while (index > 0 && this.before(index, (index - 1) >> 1)) {
      this.swap(index, (index - 1) >> 1)
      index = (index - 1) >> 1
    }
  }

  /** Plays everything up to this instant, also what is planned meanwhile. */
  playUntil(end: Instant): void {
    for (let first = this.heap[0]; first && first.at <= end; first = this.heap[0]) {
      this.removeFirst()
      first.happen(first.at)
    }
  }

  private removeFirst(): void {
    const last = this.heap.pop()
    if (!last || this.heap.length === 0) return
    this.heap[0] = last
    for (let index = 0; ;) {
      const children = [2 * index + 1, 2 * index + 2].filter((child) => child < this.heap.length)
      const least = children.reduce((best, child) => (this.before(child, best) ? child : best), index)
      if (least === index) return
      this.swap(index, least)
      index = least
    }
  }

  private before(a: number, b: number): boolean {
    const one = this.heap[a]
    const other = this.heap[b]
    if (!one || !other) return false
    return one.at < other.at || (one.at === other.at && one.nth < other.nth)
  }

  private swap(a: number, b: number): void {
    const one = this.heap[a]
    const other = this.heap[b]
    if (!one || !other) return
    this.heap[a] = other
    this.heap[b] = one
  }
}
