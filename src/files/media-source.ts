/** What became of a fetch: `foreign` is never asked for, `gone` was deleted, `unavailable` may be tried again. */
export type FetchedMedia =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly contentType: string }
  | { readonly ok: false; readonly reason: 'foreign' | 'type' | 'too_large' | 'gone' | 'unavailable' }

/** Where the photos and voice notes are that people sent, until we delete them there. Neither method throws. */
export interface MediaSource {
  fetch(url: string): Promise<FetchedMedia>
  /** Deletes it there. True when it is gone. */
  remove(url: string): Promise<boolean>
}
