import { Schema, Types, type SchemaDefinition } from 'mongoose'
import type { Todo } from '../../base/effect'
import { datedCodec, type Codec, type IndexSpec } from './mongo-collection'

/** A follow-up as it is stored; `order` is its place in time over all collections. */
export interface StoredTodo extends Todo {
  readonly order?: Types.ObjectId
}

/** What documents that effects write to have in common. */
export const EFFECT_FIELDS: SchemaDefinition = {
  effectKeys: { type: [String], required: true },
  todo: {
    type: [
      new Schema(
        { id: String, kind: String, payload: String, order: Schema.Types.ObjectId },
        { _id: false, id: false },
      ),
    ],
    required: true,
  },
}

/** Holds only documents with follow-ups that are not done. */
export const TODO_INDEX: IndexSpec = {
  keys: { 'todo.order': 1 },
  options: { partialFilterExpression: { 'todo.order': { $exists: true } } },
}

/** Gives new follow-ups their place in time. */
export function effectCodec<T extends { readonly todo: readonly StoredTodo[] }>(): Codec<T> {
  const { encode, decode } = datedCodec<T>()
  return {
    decode,
    encode: (fields) => {
      const { todo } = fields as unknown as T
      const placed = todo.map((one) => ({ ...one, order: one.order ?? new Types.ObjectId() }))
      return { ...encode(fields), todo: placed }
    },
  }
}
