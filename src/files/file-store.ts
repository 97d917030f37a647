import type { Instant } from '../base/clock'

/** A photo, voice note or PDF. At most 5 MB; forgotten at `expireAt`. */
export interface StoredFile {
  readonly id: string
  readonly contactId: string
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly storedAt: Instant
  readonly expireAt: Instant
}

export const MAX_FILE_BYTES = 5 * 1024 * 1024

export interface FileStore {
  /** Inserts unless the id exists. Throws a RangeError above `MAX_FILE_BYTES`. */
  put(file: StoredFile): Promise<void>
  /** The file, unless it expired before `now`. */
  get(id: string, now: Instant): Promise<StoredFile | undefined>
  /** Moves the expiry, earlier or later. False when there is none. */
  keepUntil(id: string, expireAt: Instant): Promise<boolean>
  /** Deletes what expired before `now`; how many. */
  forget(now: Instant): Promise<number>
}
