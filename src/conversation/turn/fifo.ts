/** Runs tasks of one key strictly one after the other, in the order of the calls; different keys do not wait. */
export class Fifo {
  private readonly tails = new Map<string, Promise<unknown>>()

  /** Resolves or rejects as the task does. A failed task does not stop the next. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key)
    const mine = before ? before.then(task, task) : task()
    const tail = mine.then(forget, forget)
    this.tails.set(key, tail)
    void tail.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key)
    })
    return mine
  }

  /** Whether anything of this key waits or runs. */
  busy(key: string): boolean {
    return this.tails.has(key)
  }

  /** Resolves when everything that was waiting or running is done. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values())
  }
}

function forget(): void {
  return undefined
}
