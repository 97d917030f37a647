import type { Todo } from '../../base/effect'
import type { EmbeddedDatabase } from './embedded-database'

/** The collections whose documents effects write to. */
export type EffectCollection = 'requests' | 'donors' | 'handOvers' | 'places' | 'certificates'

/** Makes the follow-ups of an effect findable, in the transaction that writes their document. */
export function indexTodo(
  db: EmbeddedDatabase,
  owner: { readonly collection: EffectCollection; readonly id: string },
  todo: readonly Todo[],
): void {
  if (todo.length === 0) return
  const last = db.index.below(['todo'], { reverse: true, limit: 1 })[0]
  // Order of arrival among those still open: the number of the last may be used again once that one is done.
  let order = typeof last?.[1] === 'number' ? last[1] + 1 : 0
  for (const { id } of todo) {
    db.index.add(['todo', order, owner.collection, owner.id, id])
    db.index.add(['todo.of', owner.id, order, owner.collection, id])
    order++
  }
}

/** The document that the effect of this key created, if it did. */
export function createdBy(db: EmbeddedDatabase, key: string): string | undefined {
  return db.effects.get(key)?.ownerId
}
