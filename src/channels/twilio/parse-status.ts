import type { DeliveryStatus } from '../../messaging/delivery-status'
import type { StatusWord } from '../../messaging/status-word'
import { fromTwilioAddress } from './address'
import { sendErrorForCode } from './error-table'
import { field, type Form } from './form'

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
  const { channel, address: to } = fromTwilioAddress(field(form, 'To') ?? '')
  const { address: from } = fromTwilioAddress(field(form, 'From') ?? '')
  return {
    ok: true,
    word: {
      sid,
      channel,
      from,
      to,
      status: known,
      ...(outboxId !== undefined && { outboxId }),
      ...errorOf(form),
    },
  }
}

function errorOf(form: Form): Pick<StatusWord, 'code' | 'error'> {
  const code = field(form, 'ErrorCode')
  if (code === undefined || !/^\d{1,6}$/.test(code)) return {}
  return { code, error: sendErrorForCode(Number(code)) }
}
