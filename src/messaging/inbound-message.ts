import type { Address, Channel, SenderAddresses } from '../base/channel'
import type { Instant } from '../base/clock'

/** A photo, voice note, document or contact card. `url` is at Twilio and needs our credentials. */
export interface InboundMedia {
  readonly url: string
  readonly contentType: string
}

export interface InboundLocation {
  readonly latitude: number
  readonly longitude: number
  readonly label?: string
  readonly address?: string
}

/** One message from a person, as the channel understood it; plain JSON, so that it can be stored and run later. */
export interface InboundMessage {
  /** Twilio's MessageSid: the same sid is the same message, however often it arrives. */
  readonly sid: string
  /** When it first reached us. The turn's `now`, also when the turn is finished much later. */
  readonly receivedAt: Instant
  readonly channel: Channel
  readonly from: SenderAddresses
  /** Our own sender's address that it was written to. */
  readonly to: Address
  /** As written, without control characters, with numbers that look like Aadhaar masked. May be empty. */
  readonly text: string
  /** A tapped button or chosen list item. */
  readonly tap?: { readonly id: string; readonly title: string }
  /** The sid of the message that this one quotes, or whose button it taps. */
  readonly quotedSid?: string
  readonly media: readonly InboundMedia[]
  readonly location?: InboundLocation
  /** WhatsApp marked it as forwarded. */
  readonly forwarded: boolean
  /** Twilio itself acted on this word (SMS keywords, Advanced Opt-Out): record it, do not answer. */
  readonly handledByTwilio?: 'stop' | 'start' | 'help'
}
