import type { Instant } from '../../base/clock'
import type { ClaimedFile, ExpectedFile, FileNote, StoredFile } from '../../files/file-store'
import { without } from './without'

/** A file as it is stored, without its bytes. `url`, `attempts` and `dueAt` are there while something is to be done. */
export interface FileDocument extends FileNote {
  readonly expireAt: Instant
  readonly requestId?: string
  readonly filled: boolean
  readonly url?: string
  readonly attempts?: number
  readonly dueAt?: Instant
}

/** A file whose bytes are there. */
export function fileDocument({ id, contactId, contentType, storedAt, expireAt }: StoredFile): FileDocument {
  return { id, contactId, contentType, storedAt, expireAt, filled: true }
}

/** A file that is to be fetched at once. */
export function expectedDocument(file: ExpectedFile): FileDocument {
  return { ...file, filled: false, attempts: 0, dueAt: file.storedAt }
}

/** The document with one more try counted. */
export function claimedUntil(document: FileDocument, until: Instant): FileDocument {
  return { ...document, attempts: (document.attempts ?? 0) + 1, dueAt: until }
}

/** A claimed document as whoever claimed it sees it. */
export function claimedFileOf(document: FileDocument): ClaimedFile {
  const { url = '', attempts = 0 } = document
  return { ...without(document, 'requestId', 'dueAt'), url, attempts }
}

/** The document when nothing is left to be done for it. */
export function fileDone(document: FileDocument): FileDocument {
  return without(document, 'url', 'attempts', 'dueAt')
}

/** What is told of a file without its bytes. */
export function fileNoteOf({ id, contactId, contentType, storedAt }: FileNote): FileNote {
  return { id, contactId, contentType, storedAt }
}

/** The stored file, with its bytes. */
export function storedFileOf(document: FileDocument, bytes: Uint8Array): StoredFile {
  return { ...fileNoteOf(document), expireAt: document.expireAt, bytes }
}
