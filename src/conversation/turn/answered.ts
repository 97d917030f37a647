import { DAY, type Instant } from '../../base/clock'
import type { AnsweredMessage, Conversation } from './conversation'

/** So many latest messages keep their replies, for a repeat. */
const WITH_REPLIES = 10
/** So many latest sids are kept, and all of the last 24 hours. */
const SIDS = 200
/** Who writes more than this in 24 hours is slowed down, or the document would grow without end. */
const FLOOD = 1_000

export function findAnswered(conversation: Conversation, sid: string): AnsweredMessage | undefined {
  return conversation.answered.findLast((one) => one.sid === sid)
}

/** The list with the newly answered message, forgetting what is old enough. */
export function addAnswered(
  answered: readonly AnsweredMessage[],
  one: AnsweredMessage,
  now: Instant,
): readonly AnsweredMessage[] {
  const kept = answered.filter((old, i) => i >= answered.length - SIDS + 1 || old.at > now - DAY)
  const fadesAt = kept.length - WITH_REPLIES
  const fading = kept[fadesAt]
  if (fading?.replies) kept[fadesAt] = { sid: fading.sid, at: fading.at, path: fading.path }
  kept.push(one)
  return kept
}

/** Whether one more message would overflow what a conversation may hold of a day. */
export function isFlood(conversation: Conversation, now: Instant): boolean {
  const oldest = conversation.answered.at(-FLOOD)
  return oldest !== undefined && oldest.at > now - DAY
}
