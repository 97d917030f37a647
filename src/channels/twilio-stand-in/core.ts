import type { Address, Channel } from '../../base/channel'
import type { Clock, Instant } from '../../base/clock'
import type { Random } from '../../base/random'
import type { ContentRecord } from './content'
import type { FaultSource } from './faults'
import type { GetMedia, SentFile } from './fetch-media'
import type { Post } from './post'
import type { MediaRecord, MessageRecord } from './records'
import type { Tasks } from './tasks'

/** How Twilio behaves towards what we send. Times pass on the given clock. */
export interface Behaviour {
  /** From acceptance to the phone; zero is at once, before the request is answered. */
  readonly deliveryMs: number
  /** Before each status callback. */
  readonly callbackMs: number
  readonly doubleCallbacks: boolean
  readonly shuffleCallbacks: boolean
  /** No callbacks at all, as when they are lost. */
  readonly dropCallbacks: boolean
  /** People's phones tell when a WhatsApp message was read. */
  readonly readReceipts: boolean
}

/** A message as it stands on a phone. */
export interface InboxMessage {
  readonly sid: string
  readonly text: string
  readonly at: Instant
  /** `twiml` came in a webhook's answer, `api` by REST, `twilio` is Twilio's own answer to a keyword. */
  readonly via: 'twiml' | 'api' | 'twilio'
  /** The phone's own message that a `twiml` or `twilio` message answers. */
  readonly inReplyTo?: string
  readonly mediaUrls: readonly string[]
  /** What was fetched from `mediaUrls`. */
  readonly files: readonly SentFile[]
  /** Buttons or list items. */
  readonly choices: readonly { readonly id: string; readonly title: string }[]
}

export interface PhoneState {
  readonly id: string
  readonly channel: Channel
  number?: Address
  whatsappUserId?: Address
  readonly profileName: string
  readonly inbox: InboxMessage[]
}

/** Something Twilio's debugger would show. */
export interface Warning {
  readonly code: number
  readonly sid: string
}

/** Everything the stand-in is made of. Changed in place: it stands for a service, not for a value. */
export interface Core {
  readonly clock: Clock
  readonly random: Random
  readonly tasks: Tasks
  readonly faults: FaultSource
  readonly post: Post
  readonly getMedia: GetMedia
  readonly accountSid: string
  readonly authToken: string
  readonly apiKey: { readonly sid: string; readonly secret: string } | undefined
  readonly senders: Readonly<Partial<Record<Channel, Address>>>
  readonly messagingServiceSid: string | undefined
  webhookUrl: string
  fallbackUrl: string | undefined
  /** Where media of inbound messages are fetched. */
  apiBaseUrl: string
  behaviour: Behaviour
  /** Oldest first. */
  messages: MessageRecord[]
  readonly media: Map<string, MediaRecord>
  readonly contents: Map<string, ContentRecord>
  readonly phones: PhoneState[]
  /** By our sender and the phone: when the person last wrote. */
  readonly lastInbound: Map<string, Instant>
  /** By our sender and the phone: opted out by an SMS keyword. */
  readonly blocked: Set<string>
  /** Inbound sids whose complete answer was accepted. */
  readonly answered: Set<string>
  readonly warnings: Warning[]
}

/** The phone at an address; one that nobody spoke of yet comes into being. */
export function phoneAt(core: Core, channel: Channel, address: Address): PhoneState {
  const known = core.phones.find(
    (phone) => phone.channel === channel && (phone.number === address || phone.whatsappUserId === address),
  )
  if (known) return known
  const phone: PhoneState = {
    id: `${channel}:${address}`,
    channel,
    ...(address.startsWith('+') ? { number: address } : { whatsappUserId: address }),
    profileName: 'राम',
    inbox: [],
  }
  core.phones.push(phone)
  return phone
}

/** The key of one of our senders (bare address) and a phone. */
export function pairKey(sender: Address, phone: PhoneState): string {
  return `${sender} ${phone.id}`
}
