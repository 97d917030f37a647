import { Schema, type Connection, type Model, type SchemaDefinition } from 'mongoose'
import { without } from '../transitions/without'

/** A document as it is stored: `rev` counts writes, and every replacement is conditional on it. */
export interface StoredDocument {
  readonly _id: string
  readonly rev: number
  readonly [field: string]: unknown
}

/**
 * How a document looks in the database; by default `expireAt` becomes a date, which MongoDB's expiry needs.
 */
export interface Codec<T> {
  readonly encode: (fields: Omit<T, 'id'>) => Record<string, unknown>
  readonly decode: (fields: Record<string, unknown>) => Omit<T, 'id'>
}

export interface CollectionSpec<T> {
  readonly name: string
  readonly fields: SchemaDefinition
  readonly indexes?: readonly IndexSpec[]
  readonly codec?: Codec<T>
}

export interface IndexSpec {
  readonly keys: Readonly<Record<string, 1 | -1>>
  readonly options?: {
    readonly expireAfterSeconds?: number
    readonly partialFilterExpression?: Readonly<Record<string, unknown>>
  }
}

/** Documents older than their own `expireAt` go. */
export const EXPIRY_INDEX: IndexSpec = { keys: { expireAt: 1 }, options: { expireAfterSeconds: 0 } }

type Filter = Readonly<Record<string, unknown>>

/** Documents with atomic changes: all that the stores ask of a collection. */
export interface MongoCollection<T extends { readonly id: string }> {
  readonly model: Model<StoredDocument>
  find(id: string): Promise<T | undefined>
  /** Whether it was inserted; false and nothing written when the id exists. */
  insert(document: T): Promise<boolean>
  /**
   * Replaces the document by what `to` makes of it, again from what is stored when somebody else wrote in
   * between. The document afterwards; nothing, when there is none or `to` gives nothing. The same object back
   * means: leave it.
   */
  change(id: string, to: (document: T) => T | undefined): Promise<T | undefined>
  /** Operators in the filter must be marked `trusted`. */
  list(filter: Filter, order: Readonly<Record<string, 1 | -1>>, limit?: number): Promise<readonly T[]>
  decode(stored: StoredDocument): T
  encode(document: T, rev: number): StoredDocument
}

/** The collection, with its schema declared on the connection. */
export function mongoCollection<T extends { readonly id: string }>(
  connection: Connection,
  spec: CollectionSpec<T>,
): MongoCollection<T> {
  const model = declare(connection, spec)
  const codec = spec.codec ?? datedCodec<T>()

  const encode = (document: T, rev: number): StoredDocument => {
    const { id, ...fields } = document
    return { _id: id, rev, ...codec.encode(fields) }
  }
  const decode = (stored: StoredDocument): T => {
    const { _id: id, ...fields } = without(stored, 'rev')
    return { id, ...codec.decode(fields) } as unknown as T
  }

  return {
    model,
    encode,
    decode,
    find: async (id) => {
      const stored = await model.findById(id).lean<StoredDocument>()
      return stored ? decode(stored) : undefined
    },
    insert: async (document) => {
      const { _id, ...fields } = encode(document, 1)
      const done = await unlessExists(() =>
        model.updateOne({ _id }, { $setOnInsert: fields }, { upsert: true }),
      )
      return done?.upsertedCount === 1
    },
    change: async (id, to) => {
      for (;;) {
        const stored = await model.findById(id).lean<StoredDocument>()
        if (!stored) return undefined
        const before = decode(stored)
        const after = to(before)
        if (after === undefined || after === before) return after
        const { rev } = stored
        const { matchedCount } = await model.replaceOne({ _id: id, rev }, encode(after, rev + 1))
        if (matchedCount === 1) return after
      }
    },
    list: async (filter, order, limit = 0) => {
      const found = await model
        .find({ ...filter })
        .sort(order)
        .limit(limit)
        .lean<StoredDocument[]>()
      return found.map(decode)
    },
  }
}

/**
 * The result of an insert, or nothing when the id exists: two who insert at once can both find it missing.
 */
export async function unlessExists<R>(insert: () => Promise<R>): Promise<R | undefined> {
  try {
    return await insert()
  } catch (error) {
    if (isDuplicate(error)) return undefined
    throw error
  }
}

/** E11000: the key exists. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 11000
}

function declare<T>(
  connection: Connection,
  { name, fields, indexes = [] }: CollectionSpec<T>,
): Model<StoredDocument> {
  const schema = new Schema(
    { _id: { type: String, required: true }, rev: { type: Number, required: true }, ...fields },
    { collection: name, strict: 'throw', versionKey: false, minimize: false, id: false },
  )
  for (const { keys, options = {} } of indexes) schema.index({ ...keys }, { ...options })
  return connection.model(name, schema) as unknown as Model<StoredDocument>
}

/** Keeps instants as numbers, except the one that MongoDB itself reads. */
export function datedCodec<T>(): Codec<T> {
  return {
    encode: (fields) => {
      const plain = fields as Record<string, unknown>
      return typeof plain.expireAt === 'number' ? { ...plain, expireAt: new Date(plain.expireAt) } : plain
    },
    decode: (fields) => {
      const { expireAt } = fields
      return (expireAt instanceof Date ? { ...fields, expireAt: expireAt.getTime() } : fields) as Omit<
        T,
        'id'
      >
    },
  }
}
