import { trusted } from 'mongoose'
import type { OpenTodo, TodoStore } from '../../blood/todo-store'
import type { StoredTodo } from './effect-fields'
import type { MongoCollection, StoredDocument } from './mongo-collection'

type EffectCollection = Pick<MongoCollection<{ readonly id: string }>, 'model'>

/** Follow-ups inside the documents of the collections that effects write to. */
export function mongoTodoStore(collections: readonly EffectCollection[]): TodoStore {
  return {
    open: async (limit, ownerId) => {
      const filter = {
        'todo.order': trusted({ $exists: true }),
        ...(ownerId !== undefined && { _id: ownerId }),
      }
      const owners = await Promise.all(
        collections.map(({ model }) =>
          model.find(filter, { todo: 1 }).sort({ 'todo.order': 1 }).limit(limit).lean<StoredDocument[]>(),
        ),
      )
      return inOrder(owners.flat()).slice(0, limit)
    },
    done: async (ownerId, todoId) => {
      const ended = collections.map(({ model }) =>
        // Counts as a write, or a change under way would bring the follow-up back.
        model.updateOne(
          { _id: ownerId, 'todo.id': todoId },
          { $pull: { todo: { id: todoId } }, $inc: { rev: 1 } },
        ),
      )
      await Promise.all(ended)
    },
  }
}

function inOrder(owners: readonly StoredDocument[]): readonly OpenTodo[] {
  return owners
    .flatMap(({ _id: ownerId, todo }) => (todo as StoredTodo[]).map((one) => ({ ownerId, ...one })))
    .sort((one, other) => String(one.order).localeCompare(String(other.order)))
    .map(({ ownerId, id, kind, payload }) => ({ ownerId, id, kind, payload }))
}
