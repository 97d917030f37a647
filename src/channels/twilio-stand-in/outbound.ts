import { createHash } from 'node:crypto'
import type { Address, Channel } from '../../base/channel'
import { HOUR, type Instant } from '../../base/clock'
import { fromTwilioAddress, toTwilioAddress } from '../twilio/address'
import { askWebhook } from './ask-webhook'
import { newSid, shuffled } from './chance'
import type { ContentRecord, RenderedContent } from './content'
import { MAX_SESSION_BUTTONS } from './content-tables'
import { fetchMedia, type SentFile } from './fetch-media'
import { pairKey, phoneAt, type Core, type InboxMessage } from './core'
import type { MessageRecord } from './records'

/** WhatsApp's customer service window. */
const SESSION_MS = 24 * HOUR
const OUTSIDE_SESSION = 63016
const BAD_CONTENT = 63021
const BAD_MEDIA = 63019
const PAUSED = 63041

/** A message on its way from us. Addresses are bare. */
export interface Outgoing {
  readonly via: InboxMessage['via']
  readonly channel: Channel
  readonly from: Address
  readonly to: Address
  readonly body: string
  readonly mediaUrls: readonly string[]
  readonly content?: { readonly record: ContentRecord; readonly rendered: RenderedContent }
  readonly callbackUrl?: string
  readonly messagingServiceSid?: string
  readonly sendAt?: Instant
  readonly inReplyTo?: string
}

/** Takes a message on: it is in the list at once, and reaches phone and callbacks in their time. */
export function sendOut(core: Core, outgoing: Outgoing): MessageRecord {
  const now = core.clock.now()
  const media = outgoing.mediaUrls.length > 0
  const record: MessageRecord = {
    sid: newSid(core.random, media ? 'MM' : 'SM'),
    direction: outgoing.via === 'api' ? 'outbound-api' : 'outbound-reply',
    channel: outgoing.channel,
    from: toTwilioAddress(outgoing.channel, outgoing.from),
    to: toTwilioAddress(outgoing.channel, outgoing.to),
    body: outgoing.body,
    status: firstStatus(outgoing),
    errorCode: null,
    messagingServiceSid: outgoing.messagingServiceSid ?? null,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
  }
  for (const url of outgoing.mediaUrls) {
    const sid = newSid(core.random, 'ME')
    const bytes = Buffer.from(url)
    core.media.set(sid, { sid, messageSid: record.sid, contentType: 'text/uri-list', bytes, createdAt: now })
  }
  core.messages.push(record)
  void core.tasks.run(() => carry(core, record, outgoing))
  return record
}

function firstStatus({ sendAt, messagingServiceSid }: Outgoing): string {
  if (sendAt !== undefined) return 'scheduled'
  return messagingServiceSid === undefined ? 'queued' : 'accepted'
}

async function carry(core: Core, record: MessageRecord, outgoing: Outgoing): Promise<void> {
  const wait =
    (outgoing.sendAt === undefined ? 0 : outgoing.sendAt - core.clock.now()) + core.behaviour.deliveryMs
  if (wait > 0) await core.tasks.pause(wait)
  if (record.status === 'canceled') return
  const now = core.clock.now()
  const asked = filesOf(core, outgoing)
  // Only a fetch takes time: without one the message is on the phone before its sender goes on.
  const files = asked instanceof Promise ? await asked : asked
  const code = failure(core, outgoing) ?? (files ? undefined : BAD_MEDIA)
  record.sentAt = now
  record.updatedAt = now
  const steps = code === undefined ? deliverySteps(core, outgoing) : ['undelivered']
  record.status = steps.at(-1) ?? 'sent'
  record.errorCode = code ?? null
  if (code === undefined) {
    phoneAt(core, outgoing.channel, outgoing.to).inbox.push({
      sid: record.sid,
      text: textOf(outgoing),
      at: now,
      via: outgoing.via,
      ...(outgoing.inReplyTo !== undefined && { inReplyTo: outgoing.inReplyTo }),
      mediaUrls: outgoing.mediaUrls,
      files: files ?? [],
      choices: outgoing.content?.rendered.choices ?? [],
    })
  }
  if (outgoing.callbackUrl !== undefined) await callBack(core, record, { steps, url: outgoing.callbackUrl })
}

const NO_FILES: readonly SentFile[] = []

/** By SMS a file stays where it is, and its address is sent: no phone in India takes MMS. */
function filesOf(
  { getMedia }: Core,
  { channel, mediaUrls }: Outgoing,
): readonly SentFile[] | Promise<readonly SentFile[] | undefined> {
  return channel === 'sms' || mediaUrls.length === 0 ? NO_FILES : fetchMedia(mediaUrls, getMedia)
}

function textOf({ channel, body, mediaUrls }: Outgoing): string {
  return channel === 'sms' ? [body, ...mediaUrls].filter((line) => line !== '').join('\n') : body
}

/** Why the provider cannot deliver it, though Twilio took it. */
function failure(core: Core, outgoing: Outgoing): number | undefined {
  const forced = core.faults.deliveryCode(outgoing.to)
  if (forced !== undefined || outgoing.channel === 'sms') return forced
  const phone = phoneAt(core, outgoing.channel, outgoing.to)
  const last = core.lastInbound.get(pairKey(outgoing.from, phone))
  const inSession = last !== undefined && core.clock.now() - last < SESSION_MS
  const { content } = outgoing
  const approved =
    content?.record.approval.status === 'approved' && content.rendered.type !== 'twilio/list-picker'
  if (content?.record.approval.status === 'paused') return PAUSED
  if (!inSession && !approved) return OUTSIDE_SESSION
  const buttons = content?.rendered.type === 'twilio/quick-reply' ? content.rendered.choices.length : 0
  return buttons > MAX_SESSION_BUTTONS && !approved ? BAD_CONTENT : undefined
}

/** What is called back; the first status came with the answer to the request. */
function deliverySteps(core: Core, { channel }: Outgoing): readonly string[] {
  return channel === 'whatsapp' && core.behaviour.readReceipts
    ? ['sent', 'delivered', 'read']
    : ['sent', 'delivered']
}

async function callBack(
  core: Core,
  record: MessageRecord,
  { steps, url }: { readonly steps: readonly string[]; readonly url: string },
): Promise<void> {
  const { callbackMs, doubleCallbacks, shuffleCallbacks, dropCallbacks } = core.behaviour
  if (dropCallbacks) return
  const repeated = doubleCallbacks ? steps.flatMap((step) => [step, step]) : steps
  for (const step of shuffleCallbacks ? shuffled(core.random, repeated) : repeated) {
    await core.tasks.pause(callbackMs)
    await askWebhook(
      {
        webhookUrl: url,
        form: callbackForm(core, record, step),
        idempotencyToken: tokenOf(record, step),
        nextFault: () => undefined,
        onAnswer: () => true,
      },
      core,
    )
  }
}

/** Drawn from nothing: how often a message is called back must not change what chance gives to others. */
function tokenOf({ sid }: MessageRecord, step: string): string {
  return createHash('sha256').update(`${sid} ${step}`).digest('hex').slice(0, 32)
}

function callbackForm(core: Core, record: MessageRecord, status: string): Record<string, string> {
  const failed = status === 'undelivered' && record.errorCode !== null
  return {
    MessageSid: record.sid,
    MessageStatus: status,
    SmsSid: record.sid,
    SmsStatus: status,
    AccountSid: core.accountSid,
    From: record.from,
    To: record.to,
    ApiVersion: '2010-04-01',
    ...(record.messagingServiceSid !== null && { MessagingServiceSid: record.messagingServiceSid }),
    ...(failed && { ErrorCode: String(record.errorCode), ErrorMessage: `Error ${record.errorCode}` }),
    ...(record.channel === 'whatsapp' && {
      ChannelPrefix: 'whatsapp',
      ChannelToAddress: fromTwilioAddress(record.to).address,
      EventType: status.toUpperCase(),
    }),
  }
}
