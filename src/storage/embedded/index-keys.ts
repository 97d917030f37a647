import type { Database, RangeOptions } from 'lmdb'

type Part = string | number

/** The last part is the id that the key leads to. */
export type IndexKey = readonly Part[]

/** Orders after every id. */
const AFTER_ALL = '\uffff'

interface Bounds {
  readonly from?: Part
  readonly upTo?: Part
  readonly limit?: number
  readonly reverse?: boolean
}

/**
 * Ordered keys that lead to ids: LMDB's way of an index. Written inside the transaction that writes the
 * document.
 */
export interface IndexKeys {
  add(key: IndexKey): void
  remove(key: IndexKey): void
  /** Keys that begin with `prefix`, in order; their next part at or after `from` and at or before `upTo`. */
  below(prefix: IndexKey, bounds?: Bounds): readonly IndexKey[]
  /** How many keys `below` would give, at a fraction of its cost. */
  count(prefix: IndexKey, bounds?: Bounds): number
}

/** Index keys, in a database of their own. */
export function indexKeys(database: Database<boolean, Part[]>): IndexKeys {
  return {
    add: (key) => void database.put([...key], true).then(undefined, saidByTransaction),
    remove: (key) => void database.remove([...key]).then(undefined, saidByTransaction),
    below: (prefix, bounds = {}) => Array.from(database.getKeys(rangeOf(prefix, bounds))),
    count: (prefix, bounds = {}) => database.getKeysCount(rangeOf(prefix, bounds)),
  }
}

function rangeOf(prefix: IndexKey, { from, upTo, limit, reverse = false }: Bounds): RangeOptions {
  const first = from === undefined ? [...prefix] : [...prefix, from]
  const last = upTo === undefined ? [...prefix, AFTER_ALL] : [...prefix, upTo, AFTER_ALL]
  const range = reverse ? { start: last, end: first, reverse } : { start: first, end: last }
  return { ...range, ...(limit !== undefined && { limit }) }
}

/** The id that a key leads to. */
export function idOf(key: IndexKey): string {
  return String(key[key.length - 1])
}

// A transaction that fails rejects the promise of the one who asked for it; each of its writes need not
// repeat that.
function saidByTransaction(): void {}
