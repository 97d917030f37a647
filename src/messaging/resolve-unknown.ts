import { MINUTE, SECOND, type Clock, type Instant } from '../base/clock'
import { DISPATCH_LEASE } from './dispatcher'
import type { OutboxRow, OutboxStore } from './outbox-store'
import type { ListedMessage, MessageHistory } from './sender'
import type { TemplateLibrary } from './templates/template-library'

/** Read in one look, with those that must rest yet: fewer would hide who rested enough behind who has not. */
const MOST_AT_ONCE = 1_000
/** The provider lists a message at latest so long after it took it. */
const LISTED_WITHIN = MINUTE
/** How far the provider's clock may be from ours. */
const CLOCKS_APART = 10 * SECOND

export interface ResolveDeps {
  readonly outbox: OutboxStore
  readonly history: MessageHistory
  readonly templates: TemplateLibrary
  readonly clock: Clock
}

/**
 * Decides about rows whose sending is unknown by the provider's own list: found, they are sent; listed nowhere a
 * minute later, they were never taken and are queued again. What follows in a lane waits for it, so that who is found is
 * not left to rest.
 */
export async function resolveUnknown(deps: ResolveDeps): Promise<void> {
  const rows = await deps.outbox.unknown(MOST_AT_ONCE)
  if (rows.length === 0) return
  const now = deps.clock.now()
  const listed = await deps.history.since(Math.min(...rows.map(triedFrom)))
  const taken = new Set<string>()
  for (const row of rows) {
    const texts = [row.body, ...(row.template ? await deps.templates.texts(row.template) : [])]
    const found = listed.find((one) => !taken.has(one.sid) && isThisRow(row, texts, one))
    if (found) taken.add(found.sid)
    else if (claimEnd(row) + LISTED_WITHIN > now) continue
    await deps.outbox.resolveUnknown(row.id, found ? { sid: found.sid } : 'not_sent', now)
  }
}

function claimEnd(row: OutboxRow): Instant {
  return row.leaseUntil ?? row.enqueuedAt
}

/** Nothing older can be this attempt: the same words may have been sent to the same person before. */
function triedFrom(row: OutboxRow): Instant {
  const claimedAt = row.leaseUntil === undefined ? row.enqueuedAt : row.leaseUntil - DISPATCH_LEASE
  return claimedAt - CLOCKS_APART
}

function isThisRow(row: OutboxRow, texts: readonly string[], one: ListedMessage): boolean {
  return (
    one.direction === 'outbound_api' &&
    one.channel === row.channel &&
    one.to === row.to &&
    texts.includes(one.body) &&
    one.createdAt >= triedFrom(row)
  )
}
