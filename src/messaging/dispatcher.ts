import { MINUTE, SECOND, type Instant } from '../base/clock'
import type { OutboxRow, OutboxSettlement, OutboxStore } from './outbox-store'
import { recordOptOut, type OptOutDeps } from './record-opt-out'
import type { ListedMessage, MessageHistory, SendError, Sender } from './sender'

const LEASE = 60 * SECOND
const AT_ONCE = 20
/** After so many failed attempts a message is given up. */
const MAX_ATTEMPTS = 6
/** The provider lists a message at latest so long after it took it. */
const LISTED_WITHIN = MINUTE
/** How far the provider's clock may be from ours. */
const CLOCKS_APART = 10 * SECOND

export interface DispatcherDeps extends OptOutDeps {
  readonly outbox: OutboxStore
  readonly sender: Sender
  readonly history: MessageHistory
  /** Told what an operator must know; free of numbers and texts. */
  readonly onSendError: (report: { readonly outboxId: string; readonly error: SendError }) => void
}

/** Sends everything that is due now, in order per lane. Resolves when nothing more is due. */
export async function dispatch(deps: DispatcherDeps): Promise<void> {
  for (;;) {
    const rows = await deps.outbox.claim({ now: deps.clock.now(), leaseMs: LEASE, limit: AT_ONCE })
    if (rows.length === 0) return
    const sent = await Promise.allSettled(rows.map((row) => sendRow(row, deps)))
    const failed = sent.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
  }
}

async function sendRow(row: OutboxRow, deps: DispatcherDeps): Promise<void> {
  const settlement = (await reasonNotToSend(row, deps)) ?? (await attempt(row, deps))
  await deps.outbox.settle(row.id, row.attempts, settlement)
}

async function reasonNotToSend(row: OutboxRow, deps: DispatcherDeps): Promise<OutboxSettlement | undefined> {
  if (deps.clock.now() > row.notAfter) return { state: 'expired', reason: 'too_late' }
  if (row.purpose === 'reply') return undefined
  const contact = await deps.contacts.get(row.contactId)
  return contact?.optOut ? { state: 'withheld', reason: 'opted_out' } : undefined
}

async function attempt(row: OutboxRow, deps: DispatcherDeps): Promise<OutboxSettlement> {
  const outcome = await deps.sender.send({
    outboxId: row.id,
    channel: row.channel,
    from: row.from,
    to: row.to,
    body: row.body,
  })
  if (outcome.ok) return { state: 'sent', sid: outcome.sid }
  const { error } = outcome
  if (error.kind !== 'later') deps.onSendError({ outboxId: row.id, error })
  if (error.kind === 'unknown') return { state: 'unknown', error }
  if (error.kind === 'opted_out')
    await recordOptOut(row.contactId, { sid: row.id, channel: row.channel }, deps)
  const again = error.kind === 'configuration' || (error.kind === 'later' && row.attempts < MAX_ATTEMPTS)
  if (!again) return { state: 'failed', error }
  return { state: 'queued', dueAt: deps.clock.now() + (error.retryAfterMs ?? backoff(row.attempts)), error }
}

function backoff(attempts: number): number {
  return Math.min(2 ** attempts * SECOND, 10 * MINUTE)
}

/**
 * Decides about rows whose sending is unknown by the provider's own list: found, they are sent; listed nowhere a
 * minute later, they were never taken and are queued again.
 */
export async function resolveUnknown(deps: DispatcherDeps): Promise<void> {
  const rows = await deps.outbox.unknown(AT_ONCE)
  const now = deps.clock.now()
  const old = rows.filter((row) => claimEnd(row) + LISTED_WITHIN <= now)
  if (old.length === 0) return
  const listed = await deps.history.since(Math.min(...old.map(triedFrom)))
  const taken = new Set<string>()
  for (const row of old) {
    const found = listed.find((one) => !taken.has(one.sid) && isThisRow(row, one))
    if (found) taken.add(found.sid)
    await deps.outbox.resolveUnknown(row.id, found ? { sid: found.sid } : 'not_sent', now)
  }
}

function claimEnd(row: OutboxRow): Instant {
  return row.leaseUntil ?? row.enqueuedAt
}

/** Nothing older can be this attempt: the same words may have been sent to the same person before. */
function triedFrom(row: OutboxRow): Instant {
  return (row.leaseUntil === undefined ? row.enqueuedAt : row.leaseUntil - LEASE) - CLOCKS_APART
}

function isThisRow(row: OutboxRow, one: ListedMessage): boolean {
  return (
    one.direction === 'outbound_api' &&
    one.channel === row.channel &&
    one.to === row.to &&
    one.body === row.body &&
    one.createdAt >= triedFrom(row)
  )
}
