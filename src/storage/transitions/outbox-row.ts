import { DAY, type Instant } from '../../base/clock'
import { statusMayFollow, type DeliveryStatus } from '../../messaging/delivery-status'
import type { OutboxDraft, OutboxRow, OutboxSettlement, OutboxState } from '../../messaging/outbox-store'
import { PURPOSES } from '../../messaging/purposes'
import type { StatusWord } from '../../messaging/status-word'
import { without } from './without'

/** How long a row is kept after it has become pointless to send: status callbacks come days late. */
const KEPT_AFTER = 30 * DAY

/** A row as it is stored. */
export interface OutboxDocument extends OutboxRow {
  /** Of its purpose: lower leaves first. */
  readonly priority: number
  readonly expireAt: Instant
}

/** The domain's own part of a stored row. */
export function rowOf(document: OutboxDocument): OutboxRow {
  return without(document, 'priority', 'expireAt')
}

/** A draft as it enters the outbox. */
export function enqueued(draft: OutboxDraft, now: Instant): OutboxDocument {
  return {
    ...draft,
    state: 'queued',
    attempts: 0,
    enqueuedAt: now,
    dueAt: draft.notBefore,
    priority: PURPOSES[draft.purpose].priority,
    expireAt: Math.max(draft.notAfter, now) + KEPT_AFTER,
  }
}

/** A message that left without the outbox and came to nothing. */
export function failedElsewhere(
  { id, contactId }: { readonly id: string; readonly contactId: string },
  word: StatusWord,
  now: Instant,
): OutboxDocument {
  const { sid, channel, from, to, status, code } = word
  const times = { notBefore: now, notAfter: now }
  const draft = { id, purpose: 'reply', contactId, channel, from, to, body: '', lane: id, seq: 0 } as const
  return {
    ...enqueued({ ...draft, ...times }, now),
    state: 'sent',
    sid,
    status,
    ...(code !== undefined && { statusCode: code }),
  }
}

/** Whether the row still holds its lane: the rows behind it wait. */
export function holdsLane(row: { readonly state: OutboxState }): boolean {
  return row.state === 'queued' || row.state === 'claimed' || row.state === 'unknown'
}

export function claimed(row: OutboxDocument, leaseUntil: Instant): OutboxDocument {
  return { ...row, state: 'claimed', attempts: row.attempts + 1, leaseUntil }
}

/**
 * The row whose claim ran out. The dispatcher may have died after sending, so nobody knows, unless the
 * provider's word came before.
 */
export function abandoned(row: OutboxDocument): OutboxDocument {
  return row.sid === undefined
    ? { ...row, state: 'unknown' }
    : { ...without(row, 'leaseUntil'), state: 'sent' }
}

/** The row after the claimant's word, or nothing when that claim no longer stands. */
export function settled(
  row: OutboxDocument,
  attempt: number,
  settlement: OutboxSettlement,
): OutboxDocument | undefined {
  if (row.state !== 'claimed' || row.attempts !== attempt) return undefined
  const rest = without(row, 'leaseUntil', 'error', 'reason')
  if (settlement.state === 'unknown' && row.sid === undefined) return { ...row, ...settlement }
  // The provider's word may have come before the claimant's: then the message did leave.
  if (settlement.state !== 'sent' && row.sid !== undefined) return { ...rest, state: 'sent' }
  const untried = settlement.state === 'queued' && 'reason' in settlement
  return { ...rest, ...settlement, ...(untried && { postponed: (row.postponed ?? 0) + 1 }) }
}

/** The row after the list of the provider was read, or nothing when it is no longer unknown. */
export function resolved(
  row: OutboxDocument,
  found: { readonly sid: string } | 'not_sent',
  now: Instant,
): OutboxDocument | undefined {
  if (row.state !== 'unknown') return undefined
  const rest = without(row, 'leaseUntil')
  return found === 'not_sent'
    ? { ...rest, state: 'queued', dueAt: now }
    : { ...rest, state: 'sent', sid: found.sid }
}

/** The row after the provider's word; the same object when the word says nothing new. */
export function withStatus(
  row: OutboxDocument,
  word: { readonly sid: string; readonly status: DeliveryStatus; readonly code?: string },
): OutboxDocument {
  // A queued row that the provider knows was sent after all: by an attempt that looked lost.
  const sent = row.state === 'unknown' || row.state === 'queued'
  const newer = row.status === undefined || statusMayFollow(row.status, word.status)
  if (!sent && !newer && row.sid !== undefined) return row
  return {
    ...row,
    ...(sent && { state: 'sent' }),
    sid: row.sid ?? word.sid,
    ...(newer && { status: word.status, ...(word.code !== undefined && { statusCode: word.code }) }),
  }
}
