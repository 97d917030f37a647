/**
 * Work that follows an effect and may be repeated: kept in the effect's own document until it is done. An effect is one
 * atomic write under a key; the same key again changes nothing and gives the first result, so that a turn which is run
 * twice meets its own effect, not a business rule.
 */
export interface Todo {
  readonly id: string
  readonly kind: string
  /** Plain JSON that the kind's worker understands. */
  readonly payload: string
}
