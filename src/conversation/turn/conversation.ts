import type { Address, Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { InboundMessage } from '../../messaging/inbound-message'

/** Plain JSON: what a document may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** How a turn's replies reach the person; fixed by the commit of the turn. */
export type ReplyPath = 'twiml' | 'rest'

/** One message already answered: a repeat of its sid gets `replies` again when their path is TwiML, else nothing. */
export interface AnsweredMessage {
  readonly sid: string
  readonly at: Instant
  readonly path: ReplyPath
  /** Kept for the last few messages only; older ones keep just the sid. */
  readonly replies?: readonly string[]
}

/** A reply that the outbox does not have yet. */
export interface Handover {
  readonly outboxId: string
  readonly body: string
  readonly seq: number
  readonly at: Instant
}

/**
 * An effect that was decided by a proved state and may or may not have been applied: whoever finds it applies it
 * (its key makes that harmless) and walks on.
 */
export interface Intention {
  readonly key: string
  readonly action: string
  readonly args: { readonly [name: string]: Json }
  /** The message whose turn this is, and how many effects that turn has had. */
  readonly message: InboundMessage
  readonly nth: number
  /** Replies of the turn so far; they leave with its commit. */
  readonly replies: readonly string[]
}

/**
 * Everything about one conversation: the unit of atomicity of a turn. Its id is contact + channel + our sender.
 * Only turns write it.
 */
export interface Conversation {
  readonly id: string
  /** Random, set at creation: a deleted and re-created conversation is never taken for its older self. */
  readonly born: string
  /** Counts writes; every write is conditional on it. */
  readonly rev: number
  readonly contactId: string
  readonly channel: Channel
  /** Our sender, and where the person is reached. */
  readonly sender: Address
  readonly address: Address
  /** The bot's state (dialog stack, locale, counters); opaque to everything but the bot. */
  readonly bot: Json
  readonly intention?: Intention
  /** Stored, answered with an empty response, not finished yet; oldest first. */
  readonly pending: readonly InboundMessage[]
  /** Replies by REST that wait to be put into the outbox. */
  readonly handover: readonly Handover[]
  /** Counts replies by REST: their order in the outbox lane. */
  readonly nextSeq: number
  /** Replies by REST below this number are known to be sent or given up: TwiML cannot overtake them. */
  readonly settledSeq: number
  /** Answered messages, oldest first. */
  readonly answered: readonly AnsweredMessage[]
  readonly lastInboundAt: Instant
  /** When a flood was last answered with "slow down". */
  readonly slowedAt?: Instant
  /** Present while there is an intention, a pending message or a handover: the sweeper looks for it. */
  readonly unfinishedSince?: Instant
  /** Forgotten after this, unless written again before. */
  readonly expireAt: Instant
}
