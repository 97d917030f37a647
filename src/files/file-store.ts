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

/** Something that somebody sent and that is still at the provider. */
export interface ExpectedFile {
  readonly id: string
  readonly contactId: string
  /** As the provider announced it. */
  readonly contentType: string
  /** At the provider; our credentials open it. */
  readonly url: string
  readonly storedAt: Instant
  readonly expireAt: Instant
}

/** A file that this process is to fetch, or whose copy at the provider it is to delete. */
export interface ClaimedFile extends ExpectedFile {
  /** This try counted. */
  readonly attempts: number
  /** The bytes are here already: only the copy at the provider is left. */
  readonly filled: boolean
}

/** What is known of a file without its bytes. */
export type FileNote = Pick<StoredFile, 'id' | 'contactId' | 'contentType' | 'storedAt'>

export const MAX_FILE_BYTES = 5 * 1024 * 1024

export interface FileStore {
  /** Inserts unless the id exists. Throws a RangeError above `MAX_FILE_BYTES`. */
  put(file: StoredFile): Promise<void>
  /** Notes a file whose bytes are to be fetched, due at once, unless the id exists. */
  expect(file: ExpectedFile): Promise<void>
  /**
   * The file that has waited longest to be fetched, for this process alone until `until`; nothing when none is due. Who
   * does not settle it (`done`, `retry`) leaves it to be claimed again.
   */
  claim(now: Instant, until: Instant): Promise<ClaimedFile | undefined>
  /** Adds the bytes of an expected file; the first ones stay. Throws a RangeError above `MAX_FILE_BYTES`. */
  fill(id: string, fetched: Pick<StoredFile, 'bytes' | 'contentType'>): Promise<void>
  /** To be tried again then. */
  retry(id: string, dueAt: Instant): Promise<void>
  /** Nothing is left to do for it: it is here and no longer at the provider, or it was given up. Repeatable. */
  done(id: string): Promise<void>
  /** The file, unless it expired before `now`, or its bytes are not here. */
  get(id: string, now: Instant): Promise<StoredFile | undefined>
  /** Files of a contact that came since then, oldest first, whether their bytes are here or still to be fetched. */
  of(contactId: string, since: Instant): Promise<readonly FileNote[]>
  /** Files of a request, oldest first. */
  ofRequest(requestId: string): Promise<readonly FileNote[]>
  /** Joins files of the contact that belong to no request yet to one, which moves their expiry. Repeatable; how many. */
  join(
    contactId: string,
    request: { readonly id: string; readonly since: Instant; readonly expireAt: Instant },
  ): Promise<number>
  /** Moves the expiry of every file of a request; how many there are. */
  keepOfRequest(requestId: string, expireAt: Instant): Promise<number>
  /** Moves the expiry, earlier or later. False when there is none. */
  keepUntil(id: string, expireAt: Instant): Promise<boolean>
  /** Deletes what expired before `now`; how many. */
  forget(now: Instant): Promise<number>
}
