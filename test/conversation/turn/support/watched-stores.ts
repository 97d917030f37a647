import type { Stores } from '../../../../src/storage/stores'

export interface WatchedStores {
  readonly stores: Stores
  /** How many calls are at work now. */
  working(): number
}

type Perform = (...args: readonly unknown[]) => unknown

/** The same stores, counting the calls that have not ended yet. */
export function watchedStores(stores: Stores): WatchedStores {
  let working = 0
  const counted =
    (perform: Perform): Perform =>
    async (...args) => {
      working++
      try {
        return await perform(...args)
      } finally {
        working--
      }
    }
  const parts = Object.entries(stores).map(([name, part]: [string, Perform | Record<string, Perform>]) => [
    name,
    typeof part === 'function' ? counted(part) : mapped(part, counted),
  ])
  return { stores: Object.fromEntries(parts) as Stores, working: () => working }
}

function mapped(methods: Record<string, Perform>, wrap: (perform: Perform) => Perform) {
  return Object.fromEntries(Object.entries(methods).map(([name, perform]) => [name, wrap(perform)]))
}
