import type { Address } from '../../base/channel'
import { toTwilioAddress } from '../twilio/address'
import type { Core, PhoneState } from './core'

/** What a person may send besides words. */
export interface SendExtras {
  readonly tap?: { readonly id: string; readonly title: string; readonly kind?: 'button' | 'list' }
  readonly media?: readonly { readonly contentType: string; readonly bytes: Uint8Array }[]
  readonly location?: {
    readonly latitude: number
    readonly longitude: number
    readonly label?: string
    readonly address?: string
  }
  readonly quotedSid?: string
  readonly forwarded?: boolean
}

interface Sent {
  readonly sid: string
  readonly phone: PhoneState
  readonly ours: Address
  readonly text: string
  readonly extras: SendExtras
  readonly mediaSids: readonly string[]
}

/** The form Twilio posts for a message. */
export function inboundForm(core: Core, sent: Sent): Record<string, string> {
  const { sid, phone, ours, text, extras, mediaSids } = sent
  const media: Record<string, string> = {}
  mediaSids.forEach((mediaSid, i) => {
    media[`MediaUrl${i}`] =
      `${core.apiBaseUrl}/2010-04-01/Accounts/${core.accountSid}/Messages/${sid}/Media/${mediaSid}`
    media[`MediaContentType${i}`] = extras.media?.[i]?.contentType ?? ''
  })
  return {
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    AccountSid: core.accountSid,
    ApiVersion: '2010-04-01',
    SmsStatus: 'received',
    From: toTwilioAddress(phone.channel, phone.number ?? phone.whatsappUserId ?? ''),
    To: toTwilioAddress(phone.channel, ours),
    // A tap shows its title as the body, too.
    Body: extras.tap && text === '' ? extras.tap.title : text,
    NumMedia: String(mediaSids.length),
    NumSegments: '1',
    ...media,
    ...(phone.channel === 'whatsapp' ? whatsappFields(phone, extras) : smsFields()),
    ...(extras.quotedSid !== undefined && {
      OriginalRepliedMessageSid: extras.quotedSid,
      OriginalRepliedMessageSender: toTwilioAddress(phone.channel, ours),
    }),
  }
}

function whatsappFields(phone: PhoneState, extras: SendExtras): Record<string, string> {
  const { tap, location } = extras
  const waId = phone.number?.slice(1)
  const context = { ProfileName: phone.profileName, ...(waId !== undefined && { WaId: waId }) }
  return {
    ProfileName: phone.profileName,
    ...(waId !== undefined && { WaId: waId }),
    ...(phone.whatsappUserId !== undefined && { ExternalUserId: `whatsapp:${phone.whatsappUserId}` }),
    MessageType: messageType(extras),
    ChannelMetadata: JSON.stringify({ type: 'whatsapp', data: { context } }),
    Forwarded: String(extras.forwarded === true),
    FrequentlyForwarded: 'false',
    ReferralNumMedia: '0',
    ...(tap && tap.kind !== 'list' && { ButtonText: tap.title, ButtonPayload: tap.id }),
    ...(tap && tap.kind === 'list' && { ListTitle: tap.title, ListId: tap.id }),
    ...(location && {
      Latitude: String(location.latitude),
      Longitude: String(location.longitude),
      Label: location.label ?? '',
      Address: location.address ?? '',
    }),
  }
}

function messageType({ tap, media, location }: SendExtras): string {
  if (tap) return 'interactive'
  if (location) return 'location'
  return media?.[0]?.contentType.split('/')[0] ?? 'text'
}

/** Sent though mostly empty: they count in the signature. */
function smsFields(): Record<string, string> {
  const place = (side: 'From' | 'To', country: string): Record<string, string> => ({
    [`${side}City`]: '',
    [`${side}State`]: '',
    [`${side}Zip`]: '',
    [`${side}Country`]: country,
  })
  return { ...place('From', 'IN'), ...place('To', 'US') }
}
