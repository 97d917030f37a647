import type { DeliveryStatus } from '../../messaging/outbox-store'
import { field, type Form } from './form'

/** One status callback: what became of a message we sent. */
export interface StatusWord {
  readonly sid: string
  /** The outbox row's id, when the callback carried it. */
  readonly outboxId?: string
  readonly status: DeliveryStatus
  /** Twilio's error code of a message that failed. */
  readonly code?: string
}

/** Twilio's words and ours; those of inbound and group messages are of no use here. */
const STATUS: Readonly<Record<string, DeliveryStatus | 'ignored'>> = {
  accepted: 'queued',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  partially_delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'undelivered',
  canceled: 'canceled',
  receiving: 'ignored',
  received: 'ignored',
}

/** `incomplete` when sid or status is missing; `ignored` for a status that says nothing about delivery. */
export type ParsedStatus =
  | { readonly ok: true; readonly word: StatusWord }
  | { readonly ok: false; readonly reason: 'incomplete' | 'ignored' }

/** Reads a callback whose signature was found good; `outboxId` is the `mid` of its query string. */
export function parseStatus(form: Form, outboxId: string | undefined): ParsedStatus {
  const sid = field(form, 'MessageSid')
  const status = field(form, 'MessageStatus')
  if (sid === undefined || status === undefined) return { ok: false, reason: 'incomplete' }
  const known = Object.hasOwn(STATUS, status) ? STATUS[status] : undefined
  // A status this version does not know must not make Twilio report an error for ever.
  if (known === undefined || known === 'ignored') return { ok: false, reason: 'ignored' }
  const code = field(form, 'ErrorCode')
  return {
    ok: true,
    word: {
      sid,
      status: known,
      ...(outboxId !== undefined && { outboxId }),
      ...(code !== undefined && /^\d{1,6}$/.test(code) && { code }),
    },
  }
}
