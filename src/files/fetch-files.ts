import { allEnded } from '../base/all-ended'
import { HOUR, MINUTE, SECOND, type Clock } from '../base/clock'
import { fileKindOf } from './file-kind'
import type { ClaimedFile, FileStore } from './file-store'
import type { MediaSource } from './media-source'

/** Longer than fetching, storing and deleting one file may take. */
const LEASE = 2 * MINUTE
/** A slow one holds up no other. */
const AT_ONCE = 4
/** After the first failed try, the second ...; whoever sent it is asked again before it would be forgotten. */
const RETRY_AFTER = [
  10 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  HOUR,
  3 * HOUR,
]

export interface FetchFilesDeps {
  readonly files: Pick<FileStore, 'claim' | 'fill' | 'retry' | 'done'>
  readonly media: MediaSource
  readonly clock: Clock
  /** Told of something that could not be kept; may be told twice. */
  readonly onLost: (file: ClaimedFile) => Promise<void>
  readonly onFault: (error: unknown) => void
}

/**
 * Fetches every file that is due and deletes it at the provider. Resolves when none is due; a failed one comes again.
 * Rejects when the storage fails, but not before what is under way has ended: nothing goes on unseen.
 */
export async function fetchFiles(deps: FetchFilesDeps): Promise<void> {
  await allEnded(Array.from({ length: AT_ONCE }, () => fetchSome(deps)))
}

async function fetchSome(deps: FetchFilesDeps): Promise<void> {
  for (;;) {
    const now = deps.clock.now()
    const file = await deps.files.claim(now, now + LEASE)
    if (!file) return
    // What fails here is the storage or a fault of ours: the file is claimed again when this claim ends.
    await settle(file, deps).catch(deps.onFault)
  }
}

async function settle(file: ClaimedFile, deps: FetchFilesDeps): Promise<void> {
  const here = file.filled ? 'here' : await bringHere(file, deps)
  const gone = here !== 'unavailable' && (here === 'foreign' || (await deps.media.remove(file.url)))
  const pause = RETRY_AFTER[file.attempts - 1]
  if (!gone && pause !== undefined) return deps.files.retry(file.id, deps.clock.now() + pause)
  if (here === 'unavailable') await deps.onLost(file)
  await deps.files.done(file.id)
}

/** Whether the bytes are here now; `foreign` and `unavailable` are not to be asked for deletion. */
async function bringHere(
  file: ClaimedFile,
  { files, media, onLost }: FetchFilesDeps,
): Promise<'here' | 'lost' | 'foreign' | 'unavailable'> {
  // A video or a contact card is only deleted there: the answer said that it is not kept.
  if (fileKindOf(file.contentType) === undefined) return 'lost'
  const fetched = await media.fetch(file.url)
  if (fetched.ok) {
    await files.fill(file.id, fetched)
    return 'here'
  }
  if (fetched.reason === 'unavailable') return 'unavailable'
  await onLost(file)
  return fetched.reason === 'foreign' ? 'foreign' : 'lost'
}
