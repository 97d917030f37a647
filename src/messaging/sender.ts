import type { Address, Channel } from '../base/channel'
import type { Instant } from '../base/clock'

/** One text to send through a provider. */
export interface SendRequest {
  /** The outbox row's id; travels in the status callback's query string and links it to the provider's sid. */
  readonly outboxId: string
  readonly channel: Channel
  readonly from: Address
  readonly to: Address
  readonly body: string
  readonly mediaUrl?: string
  /** Sent instead of the body, which says what the person will read. */
  readonly content?: {
    readonly contentSid: string
    readonly variables: { readonly [number: string]: string }
  }
  /** The provider gives up what it could not deliver within this time. */
  readonly validForMs?: number
}

/**
 * What the dispatcher must do after a failed attempt:
 * `later` try again after `retryAfterMs`; `opted_out` record the opt-out; `unreachable` give this address up; `other_channel` this channel does
 * not reach the person, another may; `other_template` only an (other) approved template may be sent; `without_media` the
 * provider could not take what goes with it, the words alone may be sent;
 * `our_mistake` the request is wrong, give up and tell the operator; `configuration` stop and tell the operator, the
 * message stays queued; `unknown` the provider may have sent it: never repeat blindly.
 */
export type SendErrorKind =
  | 'later'
  | 'opted_out'
  | 'unreachable'
  | 'other_channel'
  | 'other_template'
  | 'without_media'
  | 'our_mistake'
  | 'configuration'
  | 'unknown'

/** A failed attempt, free of credentials, numbers and text, so that it may be logged. */
export interface SendError {
  readonly kind: SendErrorKind
  /** The provider's error code, or a name such as `timeout`. */
  readonly code: string
  readonly retryAfterMs?: number
}

export type SendOutcome =
  { readonly ok: true; readonly sid: string } | { readonly ok: false; readonly error: SendError }

/** Hands messages to a provider. Never throws for what a provider can answer; `SendOutcome` says it. */
export interface Sender {
  send(request: SendRequest): Promise<SendOutcome>
}

/** One message as the provider's own list shows it. */
export interface ListedMessage {
  readonly sid: string
  readonly direction: 'inbound' | 'outbound_reply' | 'outbound_api'
  readonly channel: Channel
  readonly from: Address
  readonly to: Address
  readonly body: string
  readonly media: number
  readonly createdAt: Instant
}

/** The provider's record of what really passed: the truth after a crash or a lost answer. */
export interface MessageHistory {
  /** Every message since then in both directions, oldest first; throws when the provider cannot be asked. */
  since(instant: Instant): Promise<readonly ListedMessage[]>
}
