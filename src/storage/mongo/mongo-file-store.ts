import { trusted, type Connection, type mongo } from 'mongoose'
import { MAX_FILE_BYTES, type FileStore, type StoredFile } from '../../files/file-store'
import { datedCodec, EXPIRY_INDEX, mongoCollection, type Codec } from './mongo-collection'

const FIELDS = {
  contactId: { type: String, required: true },
  contentType: { type: String, required: true },
  bytes: { type: Buffer, required: true },
  storedAt: { type: Number, required: true },
  expireAt: { type: Date, required: true },
} as const

/** Photos, voice notes and PDF files in MongoDB, whole: 5 MB fit into one document. */
export function mongoFileStore(connection: Connection): FileStore {
  const files = mongoCollection<StoredFile>(connection, {
    name: 'files',
    fields: FIELDS,
    codec: fileCodec,
    indexes: [EXPIRY_INDEX],
  })
  return {
    put: async (file) => {
      if (file.bytes.length > MAX_FILE_BYTES) {
        throw new RangeError(`A file holds at most ${MAX_FILE_BYTES} bytes.`)
      }
      await files.insert(file)
    },
    get: async (id, now) => {
      const file = await files.find(id)
      return file && file.expireAt >= now ? file : undefined
    },
    keepUntil: async (id, expireAt) => {
      const { matchedCount } = await files.model.updateOne(
        { _id: id },
        { $set: { expireAt: new Date(expireAt) } },
      )
      return matchedCount === 1
    },
    forget: async (now) => {
      const { deletedCount } = await files.model.deleteMany({ expireAt: trusted({ $lt: new Date(now) }) })
      return deletedCount
    },
  }
}

const dated = datedCodec<StoredFile>()

const fileCodec: Codec<StoredFile> = {
  encode: (file) => ({ ...dated.encode(file), bytes: Buffer.from(file.bytes) }),
  decode: (stored) => ({ ...dated.decode(stored), bytes: (stored.bytes as mongo.Binary).value() }),
}
