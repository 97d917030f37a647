import type { Address, Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { Conversation } from './conversation'

export interface ConversationStore {
  load(id: string): Promise<Conversation | undefined>
  /**
   * Writes `next` if the stored document still has `next.born` and revision `next.rev - 1` (or, when `next.rev` is 1,
   * if there is none). False, and nothing written, otherwise. Durable when it resolves. After a failure whose outcome
   * is unknown it throws; the caller loads again and looks.
   */
  write(next: Conversation): Promise<boolean>
  /** Ids of conversations whose `unfinishedSince` is at or before the instant, oldest first. */
  unfinished(before: Instant, limit: number): Promise<readonly string[]>
  /** Every conversation that had an inbound message since the instant: for comparing with the provider's list. */
  activeSince(instant: Instant): Promise<readonly Conversation[]>
  /**
   * Gives a joined contact's conversations to the contact that stays. Each is re-created (new `born`, rev 1) under the
   * id of the same channel and sender; where that id exists already, only what is unfinished (pending messages,
   * handover, an intention as its pending message) and the answered sids are added to it. Repeatable: a
   * second call finds nothing to move. Ends the join: `ContactStore.resolve` no longer names `fromContactId`.
   */
  rehome(fromContactId: string, toContactId: string): Promise<void>
}

/** The id of the conversation of a contact on a channel with one of our senders. */
export function conversationId(contactId: string, channel: Channel, sender: Address): string {
  return `${contactId}:${channel}:${sender}`
}
