import { trusted, type Connection, type mongo } from 'mongoose'
import { checkFileSize } from '../../files/check-file-size'
import type { FileNote, FileStore } from '../../files/file-store'
import {
  claimedFileOf,
  expectedDocument,
  fileDocument,
  fileNoteOf,
  storedFileOf,
  type FileDocument,
} from '../transitions/file-document'
import { EXPIRY_INDEX, mongoCollection, type MongoCollection, type StoredDocument } from './mongo-collection'

const FIELDS = {
  contactId: { type: String, required: true },
  contentType: { type: String, required: true },
  filled: { type: Boolean, required: true },
  bytes: Buffer,
  storedAt: { type: Number, required: true },
  expireAt: { type: Date, required: true },
  requestId: String,
  url: String,
  attempts: Number,
  dueAt: Number,
} as const

type MongoFiles = MongoCollection<FileDocument>

/** The bytes are in the document: 5 MB fit into it. They are read only where they are wanted. */
const WITHOUT_BYTES = { bytes: 0 }
const NOTHING_LEFT = { url: 1, attempts: 1, dueAt: 1 }

/** Photos, voice notes and PDF files in MongoDB. */
export function mongoFileStore(connection: Connection): FileStore {
  const files = mongoCollection<FileDocument>(connection, {
    name: 'files',
    fields: FIELDS,
    indexes: [
      EXPIRY_INDEX,
      { keys: { contactId: 1, storedAt: 1 } },
      { keys: { dueAt: 1 }, options: { partialFilterExpression: { dueAt: { $exists: true } } } },
      { keys: { requestId: 1 }, options: { partialFilterExpression: { requestId: { $exists: true } } } },
    ],
  })
  const { model } = files
  return {
    put: async (file) => {
      checkFileSize(file.bytes)
      const { _id, ...fields } = files.encode(fileDocument(file), 1)
      const inserted = { ...fields, bytes: Buffer.from(file.bytes) }
      await model.updateOne({ _id }, { $setOnInsert: inserted }, { upsert: true })
    },
    expect: async (file) => void (await files.insert(expectedDocument(file))),
    fill: async (id, { bytes, contentType }) => {
      checkFileSize(bytes)
      const filled = { bytes: Buffer.from(bytes), contentType, filled: true }
      await model.updateOne({ _id: id, filled: false }, { $set: filled })
    },
    get: async (id, now) => {
      const stored = await model.findById(id).lean<StoredDocument>()
      const { bytes, ...document } = stored ?? { _id: '', rev: 0 }
      if (!bytes) return undefined
      const file = storedFileOf(files.decode(document), (bytes as mongo.Binary).value())
      return file.expireAt >= now ? file : undefined
    },
    keepUntil: async (id, expireAt) => {
      const { matchedCount } = await model.updateOne({ _id: id }, { $set: { expireAt: new Date(expireAt) } })
      return matchedCount === 1
    },
    forget: async (now) => {
      const { deletedCount } = await model.deleteMany({ expireAt: trusted({ $lt: new Date(now) }) })
      return deletedCount
    },
    ...fetching(files),
    ...ofPeople(files),
  }
}

function fetching(files: MongoFiles): Pick<FileStore, 'claim' | 'retry' | 'done'> {
  const { model } = files
  return {
    claim: async (now, until) => {
      const claimed = await model
        .findOneAndUpdate(
          { dueAt: trusted({ $lte: now }) },
          { $set: { dueAt: until }, $inc: { attempts: 1 } },
          { sort: { dueAt: 1 }, returnDocument: 'after', projection: WITHOUT_BYTES },
        )
        .lean<StoredDocument>()
      return claimed ? claimedFileOf(files.decode(claimed)) : undefined
    },
    retry: async (id, dueAt) => {
      await model.updateOne({ _id: id, dueAt: trusted({ $exists: true }) }, { $set: { dueAt } })
    },
    done: async (id) => {
      await model.updateOne({ _id: id }, { $unset: NOTHING_LEFT })
    },
  }
}

function ofPeople(files: MongoFiles): Pick<FileStore, 'of' | 'ofRequest' | 'join' | 'keepOfRequest'> {
  const { model } = files
  const inOrder = async (filter: Record<string, unknown>): Promise<readonly FileNote[]> => {
    const found = await model
      .find(filter, WITHOUT_BYTES)
      .sort({ storedAt: 1, _id: 1 })
      .lean<StoredDocument[]>()
    return found.map((stored) => fileNoteOf(files.decode(stored)))
  }
  return {
    of: (contactId, since) => inOrder({ contactId, storedAt: trusted({ $gte: since }) }),
    ofRequest: (requestId) => inOrder({ requestId }),
    join: async (contactId, { id: requestId, since, expireAt }) => {
      const free = { contactId, storedAt: trusted({ $gte: since }), requestId: trusted({ $exists: false }) }
      const joined = { $set: { requestId, expireAt: new Date(expireAt) } }
      return (await model.updateMany(free, joined)).matchedCount
    },
    keepOfRequest: async (requestId, expireAt) => {
      const kept = { $set: { expireAt: new Date(expireAt) } }
      return (await model.updateMany({ requestId }, kept)).matchedCount
    },
  }
}
