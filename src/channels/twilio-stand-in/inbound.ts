import type { Address } from '../../base/channel'
import { MAX_TWIML_REPLIES } from '../../messaging/inbound-handler'
import { smsKeyword } from '../../messaging/sms-keywords'
import { MAX_BODY } from '../../messaging/split-text'
import { toTwilioAddress } from '../twilio/address'
import { askWebhook, type Attempt } from './ask-webhook'
import { newSid } from './chance'
import { pairKey, type Core, type PhoneState } from './core'
import { inboundForm, type SendExtras } from './inbound-form'
import { sendOut } from './outbound'
import { readTwiml, type TwimlMessage } from './read-twiml'

/** How a person's message reached the app. */
export interface Delivery {
  readonly sid: string
  readonly attempts: readonly Attempt[]
  /** Whether a complete answer was accepted, now or at an earlier delivery of the same sid. */
  readonly answered: boolean
}

/** A message on its way from a person; kept so that it can be delivered again. */
export interface Inbound {
  readonly sid: string
  readonly phone: PhoneState
  readonly ours: Address
  readonly form: Readonly<Record<string, string>>
  readonly idempotencyToken: string
}

const KEYWORD_ANSWERS = {
  stop: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  start:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  help: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const

/** Records what a person sent; Twilio's own words act here, before the app hears of them. */
export function takeIn(
  core: Core,
  phone: PhoneState,
  { text, ...extras }: SendExtras & { text: string },
): Inbound {
  const ours = core.senders[phone.channel]
  if (ours === undefined) throw new Error(`the stand-in was given no ${phone.channel} sender`)
  const now = core.clock.now()
  const media = extras.media ?? []
  const sid = newSid(core.random, media.length > 0 ? 'MM' : 'SM')
  const mediaSids = media.map(({ contentType, bytes }) => {
    const mediaSid = newSid(core.random, 'ME')
    core.media.set(mediaSid, { sid: mediaSid, messageSid: sid, contentType, bytes, createdAt: now })
    return mediaSid
  })
  const form = inboundForm(core, { sid, phone, ours, text, extras, mediaSids })
  core.messages.push({
    sid,
    direction: 'inbound',
    channel: phone.channel,
    from: form.From ?? '',
    to: toTwilioAddress(phone.channel, ours),
    body: form.Body ?? '',
    status: 'received',
    errorCode: null,
    messagingServiceSid: null,
    createdAt: now,
    updatedAt: now,
    sentAt: now,
  })
  core.lastInbound.set(pairKey(ours, phone), now)
  if (phone.channel === 'sms') obeyKeyword(core, phone, { ours, text, sid })
  return { sid, phone, ours, form, idempotencyToken: newSid(core.random, '') }
}

function obeyKeyword(
  core: Core,
  phone: PhoneState,
  { ours, text, sid }: { readonly ours: Address; readonly text: string; readonly sid: string },
): void {
  const effect = smsKeyword(text)
  if (!effect) return
  const pair = pairKey(ours, phone)
  const wasBlocked = core.blocked.has(pair)
  if (effect === 'stop') core.blocked.add(pair)
  if (effect === 'start') core.blocked.delete(pair)
  if (effect === 'stop' && wasBlocked) return
  sendOut(core, {
    via: 'twilio',
    channel: 'sms',
    from: ours,
    to: phone.number ?? '',
    body: KEYWORD_ANSWERS[effect],
    mediaUrls: [],
    inReplyTo: sid,
  })
}

/** Asks the app, then its fallback URL, as Twilio does; accepts at most one complete answer per sid. */
export async function deliver(core: Core, inbound: Inbound): Promise<Delivery> {
  const ask = (webhookUrl: string, more: Readonly<Record<string, string>>): Promise<readonly Attempt[]> =>
    askWebhook(
      {
        webhookUrl,
        form: { ...inbound.form, ...more },
        idempotencyToken: inbound.idempotencyToken,
        nextFault: () => core.faults.nextWebhook(),
        onAnswer: (answer) => acceptAnswer(core, inbound, answer),
      },
      core,
    )
  const first = await ask(core.webhookUrl, {})
  const failed = first.at(-1)?.outcome !== 'answered'
  const url = core.webhookUrl.split('#')[0] ?? ''
  const second =
    failed && core.fallbackUrl !== undefined
      ? await ask(core.fallbackUrl, { ErrorCode: '11200', ErrorUrl: url })
      : []
  const attempts = [...first, ...second]
  if (attempts.at(-1)?.outcome !== 'answered') core.warnings.push({ code: 11200, sid: inbound.sid })
  return { sid: inbound.sid, attempts, answered: core.answered.has(inbound.sid) }
}

function acceptAnswer(
  core: Core,
  inbound: Inbound,
  answer: { readonly contentType: string; readonly body: string },
): boolean {
  const twiml = readTwiml(answer.contentType, answer.body)
  if (!twiml.ok) {
    core.warnings.push({ code: twiml.code, sid: inbound.sid })
    return false
  }
  if (core.answered.has(inbound.sid)) return true
  core.answered.add(inbound.sid)
  if (twiml.messages.length > MAX_TWIML_REPLIES) core.warnings.push({ code: 14109, sid: inbound.sid })
  for (const message of twiml.messages.slice(0, MAX_TWIML_REPLIES)) reply(core, inbound, message)
  return true
}

function reply(core: Core, { sid, phone, ours }: Inbound, message: TwimlMessage): void {
  const refused = refusal(core, pairKey(ours, phone), message)
  if (refused !== undefined) {
    core.warnings.push({ code: refused, sid })
    return
  }
  sendOut(core, {
    via: 'twiml',
    channel: phone.channel,
    from: ours,
    to: phone.number ?? phone.whatsappUserId ?? '',
    body: message.body,
    mediaUrls: message.mediaUrls,
    inReplyTo: sid,
    ...(message.action !== undefined && { callbackUrl: message.action }),
  })
}

function refusal(core: Core, pair: string, { body, mediaUrls }: TwimlMessage): number | undefined {
  if (body.trim() === '' && mediaUrls.length === 0) return 21602
  if (body.length > MAX_BODY) return 21617
  return core.blocked.has(pair) ? 21610 : undefined
}
