import { DAY, type Instant } from '../base/clock'
import type { FileStore } from './file-store'

/** How long a file is kept that belongs to no request. */
export const KEPT_ALONE = DAY
const KEPT_AFTER_CLOSING = 30 * DAY
/** Whoever closes the request moves it: longer than any request stays open. */
const KEPT_WHILE_OPEN = 3_650 * DAY

/** Joins what a contact sent within a day before `now` to a request: kept until 30 days after that closes. Repeatable. */
export async function joinFiles(
  files: Pick<FileStore, 'join'>,
  contactId: string,
  { requestId, now, closedAt }: { requestId: string; now: Instant; closedAt?: Instant },
): Promise<void> {
  const expireAt = closedAt === undefined ? now + KEPT_WHILE_OPEN : closedAt + KEPT_AFTER_CLOSING
  await files.join(contactId, { id: requestId, since: now - KEPT_ALONE, expireAt })
}

/** What is kept with a request that was closed goes 30 days later. Repeatable. */
export async function letFilesGo(
  files: Pick<FileStore, 'keepOfRequest'>,
  requestId: string,
  closedAt: Instant,
): Promise<void> {
  await files.keepOfRequest(requestId, closedAt + KEPT_AFTER_CLOSING)
}
