/**
 * The outbox id of a reply, by the message it answers and its place in the answer: also of one that left as TwiML, whose
 * status callbacks carry it.
 */
export function replyId(sid: string, nth: number): string {
  return `${sid}:reply:${nth}`
}
