import type { SenderAddresses } from '../../base/channel'
import { isPhone } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { InboundLocation, InboundMedia, InboundMessage } from '../../messaging/inbound-message'
import { smsKeyword } from '../../messaging/sms-keywords'
import { fromTwilioAddress, isPersonAddress } from './address'
import { cleanText, decodeBase64Body } from './clean-text'
import { field, type Form } from './form'

const SID = /^[A-Za-z]{2}[A-Za-z0-9_-]{1,62}$/
const MAX_MEDIA = 10

/** What the form does not say. */
export interface InboundContext {
  readonly receivedAt: Instant
  /** Hides what must never be stored (numbers that look like Aadhaar). */
  readonly maskText: (text: string) => string
}

/**
 * A webhook's form as a message; `incomplete` when a required parameter is missing or wrong; `unanswerable` when it
 * was not written by a person (a short code, a company's name), who is neither stored nor answered.
 */
export type ParsedInbound =
  | { readonly ok: true; readonly message: InboundMessage }
  | { readonly ok: false; readonly reason: 'incomplete' | 'unanswerable' }

/** Reads a form whose signature was found good. */
export function parseInbound(form: Form, { receivedAt, maskText }: InboundContext): ParsedInbound {
  const sid = field(form, 'MessageSid')
  const writer = field(form, 'From')
  const ours = field(form, 'To')
  if (sid === undefined || !SID.test(sid) || writer === undefined || ours === undefined) {
    return { ok: false, reason: 'incomplete' }
  }
  const { channel } = fromTwilioAddress(writer)
  const from = senderAddresses(writer, field(form, 'ExternalUserId'))
  if (from === undefined) return { ok: false, reason: 'unanswerable' }
  const body = readBody(form, channel === 'sms')
  const tap = readTap(form)
  const quotedSid = field(form, 'OriginalRepliedMessageSid')
  const location = readLocation(form, maskText)
  const handledByTwilio = optOutType(form) ?? (channel === 'sms' ? smsKeyword(body) : undefined)
  return {
    ok: true,
    message: {
      sid,
      receivedAt,
      channel,
      from,
      to: fromTwilioAddress(ours).address,
      text: maskText(body),
      ...(tap && { tap: { id: tap.id, title: maskText(tap.title) } }),
      ...(quotedSid !== undefined && { quotedSid }),
      media: readMedia(form),
      ...(location && { location }),
      forwarded: field(form, 'Forwarded') === 'true' || field(form, 'FrequentlyForwarded') === 'true',
      ...(handledByTwilio && { handledByTwilio }),
    },
  }
}

/** Nothing when neither address is a person's. */
function senderAddresses(writer: string, externalUserId: string | undefined): SenderAddresses | undefined {
  const { channel, address } = fromTwilioAddress(writer)
  if (!isPersonAddress(channel, address)) return undefined
  if (channel === 'sms') return { phone: address }
  const named = externalUserId === undefined ? address : fromTwilioAddress(externalUserId).address
  const userId = [address, named].find((one) => !isPhone(one) && isPersonAddress('whatsapp', one))
  return {
    ...(isPhone(address) && { phone: address }),
    ...(userId !== undefined && { whatsappUserId: userId }),
  }
}

function readBody(form: Form, sms: boolean): string {
  const body = field(form, 'Body') ?? ''
  return cleanText(sms ? decodeBase64Body(body) : body)
}

/** A quick reply has `ButtonPayload`, a list picker `ListId`; the visible words come as the body too. */
function readTap(form: Form): { readonly id: string; readonly title: string } | undefined {
  const id = field(form, 'ButtonPayload') ?? field(form, 'ListId')
  if (id === undefined) return undefined
  const title = field(form, 'ButtonText') ?? field(form, 'ListTitle') ?? field(form, 'Body') ?? ''
  return { id: cleanText(id), title: cleanText(title) }
}

function readMedia(form: Form): readonly InboundMedia[] {
  const count = Math.min(Number(field(form, 'NumMedia') ?? 0) || 0, MAX_MEDIA)
  const media: InboundMedia[] = []
  for (let i = 0; i < count; i++) {
    const url = field(form, `MediaUrl${i}`)
    if (url === undefined) continue
    media.push({ url, contentType: field(form, `MediaContentType${i}`) ?? 'application/octet-stream' })
  }
  return media
}

function readLocation(form: Form, maskText: (text: string) => string): InboundLocation | undefined {
  const latitude = degrees(field(form, 'Latitude'), 90)
  const longitude = degrees(field(form, 'Longitude'), 180)
  if (latitude === undefined || longitude === undefined) return undefined
  const label = field(form, 'Label')
  const address = field(form, 'Address')
  return {
    latitude,
    longitude,
    ...(label !== undefined && { label: maskText(cleanText(label)) }),
    ...(address !== undefined && { address: maskText(cleanText(address)) }),
  }
}

function degrees(text: string | undefined, limit: number): number | undefined {
  if (text === undefined || !/^-?\d{1,3}(?:\.\d+)?$/.test(text)) return undefined
  const value = Number(text)
  return Math.abs(value) <= limit ? value : undefined
}

function optOutType(form: Form): InboundMessage['handledByTwilio'] {
  const type = field(form, 'OptOutType')?.toLowerCase()
  return type === 'stop' || type === 'start' || type === 'help' ? type : undefined
}
