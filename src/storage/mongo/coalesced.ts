interface Waiting<I, R> {
  readonly item: I
  readonly resolve: (result: R) => void
  readonly reject: (error: unknown) => void
}

/**
 * Lets many calls for one key be a few: while one runs, the items of others gather, and the next takes them all. For what
 * thousands want of one document at once, who would otherwise each read it, and lose it to one another. A failure is that
 * of every item in the same call.
 */
export function coalesced<I, R>(
  perform: (key: string, items: readonly I[]) => Promise<readonly R[]>,
): (key: string, item: I) => Promise<R> {
  const waiting = new Map<string, Waiting<I, R>[]>()

  const work = async (key: string): Promise<void> => {
    for (let batch = waiting.get(key) ?? []; batch.length > 0; batch = waiting.get(key) ?? []) {
      waiting.set(key, [])
      await settle(key, batch)
    }
    waiting.delete(key)
  }
  const settle = async (key: string, batch: readonly Waiting<I, R>[]): Promise<void> => {
    try {
      const results = await perform(
        key,
        batch.map(({ item }) => item),
      )
      batch.forEach(({ resolve }, nth) => resolve(results[nth] as R))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const gathered = waiting.get(key)
      if (gathered) return void gathered.push({ item, resolve, reject })
      waiting.set(key, [{ item, resolve, reject }])
      void work(key)
    })
}
