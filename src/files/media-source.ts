/** What became of a fetch: `foreign` is never asked for, `gone` was deleted, `unavailable` may be tried again. */
export type FetchedMedia =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly contentType: string }
  | { readonly ok: false; readonly reason: 'foreign' | 'type' | 'too_large' | 'gone' | 'unavailable' }

/** One thing that a message brought. */
export interface SentMedia {
  readonly url: string
  readonly contentType: string
}

/** Where the photos and voice notes are that people sent, until we delete them there. */
export interface MediaSource {
  /** Never rejects. */
  fetch(url: string): Promise<FetchedMedia>
  /** Deletes it there. True when it is gone; never rejects. */
  remove(url: string): Promise<boolean>
  /** What came with a message, for one whose webhook never reached us. Rejects when that cannot be asked. */
  sentWith(sid: string): Promise<readonly SentMedia[]>
}
