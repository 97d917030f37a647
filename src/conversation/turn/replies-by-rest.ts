import { replyId } from '../../messaging/reply-id'
import type { AnsweredMessage, Conversation } from './conversation'

/**
 * The part of a conversation that sends these answers by REST, after those already on that path. The outbox id follows from
 * the message and the reply's place in its answer: whoever decides to send a reply, it is sent once.
 */
export function repliesByRest(
  { handover, nextSeq }: Conversation,
  answers: readonly Pick<AnsweredMessage, 'sid' | 'at' | 'replies'>[],
): Pick<Conversation, 'handover' | 'nextSeq'> {
  const added = answers
    .flatMap(({ sid, at, replies = [] }) =>
      replies.map((body, i) => ({ outboxId: replyId(sid, i), body, at })),
    )
    .map((one, i) => ({ ...one, seq: nextSeq + i }))
  return { handover: [...handover, ...added], nextSeq: nextSeq + added.length }
}
