import type { OpenTodo, TodoStore } from '../../blood/todo-store'
import { withoutTodo, type EffectRecord } from '../transitions/effect-record'
import type { Documents, EmbeddedDatabase } from './embedded-database'
import type { EffectCollection } from './embedded-effects'
import type { IndexKey } from './index-keys'

/** Follow-ups inside effect documents in LMDB, found by their index keys. */
export function embeddedTodoStore(db: EmbeddedDatabase): TodoStore {
  return {
    open: async (limit, ownerId) => {
      const keys =
        ownerId === undefined
          ? db.index.below(['todo'], { limit }).map(fromOrder)
          : db.index.below(['todo.of', ownerId], { limit }).map(fromOwner)
      return keys.map((key) => read(db, key)).filter((todo) => todo !== undefined)
    },
    done: (ownerId, todoId) =>
      db.write(() => {
        for (const key of db.index.below(['todo.of', ownerId]).map(fromOwner)) {
          if (key.todoId === todoId) end(db, key)
        }
      }),
  }
}

interface TodoKey {
  readonly order: number
  readonly collection: EffectCollection
  readonly ownerId: string
  readonly todoId: string
}

function fromOrder([, order, collection, ownerId, todoId]: IndexKey): TodoKey {
  return { order, collection, ownerId, todoId } as TodoKey
}

function fromOwner([, ownerId, order, collection, todoId]: IndexKey): TodoKey {
  return { order, collection, ownerId, todoId } as TodoKey
}

function read(db: EmbeddedDatabase, { collection, ownerId, todoId }: TodoKey): OpenTodo | undefined {
  const todo = db[collection].get(ownerId)?.todo.find(({ id }) => id === todoId)
  return todo && { ...todo, ownerId }
}

function end(db: EmbeddedDatabase, { order, collection, ownerId, todoId }: TodoKey): void {
  db.index.remove(['todo', order, collection, ownerId, todoId])
  db.index.remove(['todo.of', ownerId, order, collection, todoId])
  const documents: Documents<EffectRecord> = db[collection]
  const owner = documents.get(ownerId)
  if (owner) documents.putSync(ownerId, withoutTodo(owner, todoId))
}
