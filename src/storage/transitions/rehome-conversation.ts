import { conversationId } from '../../conversation/turn/conversation-store'
import type { AnsweredMessage, Conversation } from '../../conversation/turn/conversation'
import type { InboundMessage } from '../../messaging/inbound-message'

/** The conversation under the contact that stays, as a new one. */
export function recreatedFor(contactId: string, old: Conversation, born: string): Conversation {
  return { ...old, id: conversationId(contactId, old.channel, old.sender), contactId, born, rev: 1 }
}

/** The conversation that stays, with what the old one had not finished and the sids it had answered. */
export function absorbed(old: Conversation, into: Conversation): Conversation {
  const answered = mergedAnswers(into.answered, old.answered)
  const known = new Set([...answered.map(({ sid }) => sid), ...into.pending.map(({ sid }) => sid)])
  const waiting = unfinishedMessages(old).filter(({ sid }) => !known.has(sid))
  const pending = [...into.pending, ...waiting].sort((one, other) => one.receivedAt - other.receivedAt)
  // The replies keep their ids, so that one already in the outbox is not sent twice, but queue behind ours.
  const handover = [
    ...into.handover,
    ...old.handover.map((reply, i) => ({ ...reply, seq: into.nextSeq + i })),
  ]
  const since = [into.unfinishedSince, old.unfinishedSince].filter((instant) => instant !== undefined)
  return {
    ...into,
    rev: into.rev + 1,
    answered,
    pending,
    handover,
    nextSeq: into.nextSeq + old.handover.length,
    lastInboundAt: Math.max(into.lastInboundAt, old.lastInboundAt),
    expireAt: Math.max(into.expireAt, old.expireAt),
    ...(since.length > 0 && { unfinishedSince: Math.min(...since) }),
  }
}

function unfinishedMessages(old: Conversation): readonly InboundMessage[] {
  return old.intention ? [old.intention.message, ...old.pending] : old.pending
}

function mergedAnswers(ours: readonly AnsweredMessage[], theirs: readonly AnsweredMessage[]) {
  const known = new Set(ours.map(({ sid }) => sid))
  return [...ours, ...theirs.filter(({ sid }) => !known.has(sid))].sort((one, other) => one.at - other.at)
}
