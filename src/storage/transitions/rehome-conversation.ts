import { conversationId } from '../../conversation/turn/conversation-store'
import type { AnsweredMessage, Conversation } from '../../conversation/turn/conversation'
import type { InboundMessage } from '../../messaging/inbound-message'

/** The conversation under the contact that stays, as a new one. */
export function recreatedFor(contactId: string, old: Conversation, born: string): Conversation {
  return { ...old, id: conversationId(contactId, old.channel, old.sender), contactId, born, rev: 1 }
}

/**
 * The conversation that stays, with what the old one had not finished and the sids it had answered.
 * Repeatable: what was added before is not added again.
 */
export function absorbed(old: Conversation, into: Conversation): Conversation {
  const answered = mergedAnswers(into.answered, old.answered)
  const known = new Set([...answered, ...unfinishedMessages(into)].map(({ sid }) => sid))
  const waiting = unfinishedMessages(old).filter(({ sid }) => !known.has(sid))
  const pending = [...into.pending, ...waiting].sort((one, other) => one.receivedAt - other.receivedAt)
  // The replies keep their ids, so that one already in the outbox is not sent twice, but queue behind ours.
  const ours = new Set(into.handover.map(({ outboxId }) => outboxId))
  const added = old.handover
    .filter(({ outboxId }) => !ours.has(outboxId))
    .map((reply, i) => ({ ...reply, seq: into.nextSeq + i }))
  const since = [into.unfinishedSince, old.unfinishedSince].filter((instant) => instant !== undefined)
  return {
    ...into,
    rev: into.rev + 1,
    answered,
    pending,
    handover: [...into.handover, ...added],
    nextSeq: into.nextSeq + added.length,
    lastInboundAt: Math.max(into.lastInboundAt, old.lastInboundAt),
    expireAt: Math.max(into.expireAt, old.expireAt),
    ...(since.length > 0 && { unfinishedSince: Math.min(...since) }),
  }
}

function unfinishedMessages({ intention, pending }: Conversation): readonly InboundMessage[] {
  return intention ? [intention.message, ...pending] : pending
}

function mergedAnswers(ours: readonly AnsweredMessage[], theirs: readonly AnsweredMessage[]) {
  const known = new Set(ours.map(({ sid }) => sid))
  return [...ours, ...theirs.filter(({ sid }) => !known.has(sid))].sort((one, other) => one.at - other.at)
}
