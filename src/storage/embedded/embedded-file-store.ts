import type { Instant } from '../../base/clock'
import { checkFileSize } from '../../files/check-file-size'
import type { FileStore } from '../../files/file-store'
import {
  claimedFileOf,
  claimedUntil,
  expectedDocument,
  fileDocument,
  fileDone,
  fileNoteOf,
  storedFileOf,
  type FileDocument,
} from '../transitions/file-document'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf, type IndexKey } from './index-keys'

/**
 * Photos, voice notes and PDF files in LMDB; their bytes apart, so that moving an expiry does not rewrite
 * them.
 */
export function embeddedFileStore(db: EmbeddedDatabase): FileStore {
  return {
    put: async (file) => {
      checkFileSize(file.bytes)
      await db.write(() => {
        if (db.files.doesExist(file.id)) return
        db.fileBytes.putSync(file.id, file.bytes)
        writeFile(db, fileDocument(file))
      })
    },
    expect: (file) =>
      db.write(() => {
        if (!db.files.doesExist(file.id)) writeFile(db, expectedDocument(file))
      }),
    fill: async (id, { bytes, contentType }) => {
      checkFileSize(bytes)
      await db.write(() => {
        const file = find(db.files, id)
        if (!file || file.filled) return
        db.fileBytes.putSync(id, bytes)
        writeFile(db, { ...file, contentType, filled: true })
      })
    },
    get: async (id, now) => {
      const file = find(db.files, id)
      const bytes = file && file.expireAt >= now ? db.fileBytes.get(id) : undefined
      return file && bytes && storedFileOf(file, bytes)
    },
    keepUntil: (id, expireAt) => db.write(() => changeFile(db, id, (file) => ({ ...file, expireAt }))),
    forget: (now) => db.write(() => forgetFiles(db, now)),
    ...fetching(db),
    ...ofPeople(db),
  }
}

function fetching(db: EmbeddedDatabase): Pick<FileStore, 'claim' | 'retry' | 'done'> {
  return {
    claim: (now, until) =>
      db.write(() => {
        const [due] = db.index.below(['file.due'], { upTo: now, limit: 1 })
        const file = due && db.files.get(idOf(due))
        if (!file) return undefined
        const claimed = claimedUntil(file, until)
        writeFile(db, claimed)
        return claimedFileOf(claimed)
      }),
    retry: async (id, dueAt) => {
      await db.write(() =>
        changeFile(db, id, (file) => (file.dueAt === undefined ? file : { ...file, dueAt })),
      )
    },
    done: async (id) => {
      await db.write(() => changeFile(db, id, fileDone))
    },
  }
}

function ofPeople(db: EmbeddedDatabase): Pick<FileStore, 'of' | 'ofRequest' | 'join' | 'keepOfRequest'> {
  const of = (contactId: string, since: Instant): readonly FileDocument[] =>
    findAll(db.files, db.index.below(['file.of', contactId], { from: since }).map(idOf))
  const ofRequest = (requestId: string): readonly FileDocument[] =>
    findAll(db.files, db.index.below(['file.request', requestId]).map(idOf))
  return {
    of: async (contactId, since) => of(contactId, since).map(fileNoteOf),
    ofRequest: async (requestId) =>
      [...ofRequest(requestId)].sort((one, other) => one.storedAt - other.storedAt).map(fileNoteOf),
    join: (contactId, { id: requestId, since, expireAt }) =>
      db.write(() => {
        const free = of(contactId, since).filter((file) => file.requestId === undefined)
        for (const file of free) writeFile(db, { ...file, requestId, expireAt })
        return free.length
      }),
    keepOfRequest: (requestId, expireAt) =>
      db.write(() => {
        const files = ofRequest(requestId)
        for (const file of files) writeFile(db, { ...file, expireAt })
        return files.length
      }),
  }
}

/** Deletes files that expired before `now`; how many. */
export function forgetFiles(db: EmbeddedDatabase, now: Instant): number {
  const expired = db.index.below(['file.expire'], { upTo: now - 1 }).map(idOf)
  for (const id of expired) {
    for (const key of keysOf(db.files.get(id))) db.index.remove(key)
    db.files.removeSync(id)
    db.fileBytes.removeSync(id)
  }
  return expired.length
}

/** Gives every file of a joined contact to the one that stays. */
export function moveFiles(db: EmbeddedDatabase, from: string, to: string): void {
  for (const key of db.index.below(['file.of', from])) {
    changeFile(db, idOf(key), (file) => ({ ...file, contactId: to }))
  }
}

function changeFile(db: EmbeddedDatabase, id: string, to: (file: FileDocument) => FileDocument): boolean {
  const file = find(db.files, id)
  if (file) writeFile(db, to(file))
  return file !== undefined
}

function writeFile(db: EmbeddedDatabase, file: FileDocument): void {
  for (const key of keysOf(db.files.get(file.id))) db.index.remove(key)
  for (const key of keysOf(file)) db.index.add(key)
  db.files.putSync(file.id, file)
}

function keysOf(file: FileDocument | undefined): readonly IndexKey[] {
  if (!file) return []
  const { id, contactId, storedAt, expireAt, dueAt, requestId } = file
  return [
    ['file.expire', expireAt, id],
    ['file.of', contactId, storedAt, id],
    ...(dueAt === undefined ? [] : [['file.due', dueAt, id]]),
    ...(requestId === undefined ? [] : [['file.request', requestId, id]]),
  ]
}
