import { DAY, type Instant } from '../../base/clock'
import type { Conversation } from './conversation'
import type { TurnAbout } from './bot'

/** A conversation is forgotten when nothing was written in it for so long. */
export const KEPT_FOR = 90 * DAY

/** A conversation nobody has written yet: revision 0, so that its first write creates it. */
export function newConversation(about: Omit<TurnAbout, 'message'>, born: string): Conversation {
  return {
    id: about.conversationId,
    born,
    rev: 0,
    contactId: about.contactId,
    channel: about.channel,
    sender: about.sender,
    address: about.address,
    bot: null,
    pending: [],
    handover: [],
    nextSeq: 0,
    settledSeq: 0,
    answered: [],
    lastInboundAt: about.now,
    expireAt: about.now + KEPT_FOR,
  }
}

/** Whether something of the conversation still has to be done. */
export function isUnfinished(conversation: Conversation): boolean {
  return (
    conversation.intention !== undefined ||
    conversation.pending.length > 0 ||
    conversation.handover.length > 0
  )
}

/** The next revision to write: counts it, and keeps `unfinishedSince` true to the rest. */
export function nextRevision(changed: Conversation, now: Instant): Conversation {
  const next: { -readonly [K in keyof Conversation]: Conversation[K] } = { ...changed }
  next.rev++
  next.expireAt = Math.max(changed.expireAt, now + KEPT_FOR)
  if (isUnfinished(next)) next.unfinishedSince ??= now
  else delete next.unfinishedSince
  return next
}
