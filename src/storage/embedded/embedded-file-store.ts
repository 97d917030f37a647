import type { Instant } from '../../base/clock'
import { MAX_FILE_BYTES, type FileStore } from '../../files/file-store'
import { find, type EmbeddedDatabase } from './embedded-database'
import { idOf } from './index-keys'

/**
 * Photos, voice notes and PDF files in LMDB; their bytes apart, so that moving an expiry does not rewrite
 * them.
 */
export function embeddedFileStore(db: EmbeddedDatabase): FileStore {
  return {
    put: async ({ bytes, ...file }) => {
      if (bytes.length > MAX_FILE_BYTES) throw new RangeError(`A file holds at most ${MAX_FILE_BYTES} bytes.`)
      await db.write(() => {
        if (db.files.doesExist(file.id)) return
        db.files.putSync(file.id, file)
        db.fileBytes.putSync(file.id, bytes)
        db.index.add(['file.expire', file.expireAt, file.id])
      })
    },
    get: async (id, now) => {
      const file = find(db.files, id)
      const bytes = file && file.expireAt >= now ? db.fileBytes.get(id) : undefined
      return file && bytes && { ...file, bytes }
    },
    keepUntil: (id, expireAt) =>
      db.write(() => {
        const file = find(db.files, id)
        if (!file) return false
        db.index.remove(['file.expire', file.expireAt, id])
        db.index.add(['file.expire', expireAt, id])
        db.files.putSync(id, { ...file, expireAt })
        return true
      }),
    forget: (now) => db.write(() => forgetFiles(db, now)),
  }
}

/** Deletes files that expired before `now`; how many. */
export function forgetFiles(db: EmbeddedDatabase, now: Instant): number {
  const expired = db.index.below(['file.expire'], { upTo: now - 1 })
  for (const key of expired) {
    db.index.remove(key)
    db.files.removeSync(idOf(key))
    db.fileBytes.removeSync(idOf(key))
  }
  return expired.length
}
