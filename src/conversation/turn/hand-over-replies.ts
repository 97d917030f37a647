import { DAY, type Clock } from '../../base/clock'
import type { OutboxDraft, OutboxStore } from '../../messaging/outbox-store'
import type { Conversation } from './conversation'
import type { Lane } from './lane'

/** Answers are worth sending for so long. */
const REPLY_KEPT_FOR = DAY

/** Puts a conversation's replies by REST into the outbox, then notes that they are there. */
export class HandOverReplies {
  constructor(
    private readonly deps: {
      readonly outbox: OutboxStore
      readonly clock: Clock
      /** Told that the outbox has something to send. */
      readonly onEnqueued: () => void
      readonly onFault: (fault: { readonly where: string; readonly error: unknown }) => void
    },
  ) {}

  /** Never rejects: what fails stays in the conversation, and the sweeper comes back to it. */
  async of(lane: Lane): Promise<void> {
    if (!lane.known) return
    const { handover } = lane.current
    if (handover.length === 0) return
    try {
      await this.deps.outbox.enqueue(draftsOf(lane.current), this.deps.clock.now())
      this.deps.onEnqueued()
      const handed = new Set(handover.map((one) => one.outboxId))
      await lane.write((current) => ({
        ...current,
        handover: current.handover.filter((one) => !handed.has(one.outboxId)),
      }))
    } catch (error) {
      lane.forget()
      this.deps.onFault({ where: 'hand-over-replies', error })
    }
  }
}

function draftsOf(conversation: Conversation): OutboxDraft[] {
  return conversation.handover.map((one) => ({
    id: one.outboxId,
    purpose: 'reply',
    contactId: conversation.contactId,
    channel: conversation.channel,
    from: conversation.sender,
    to: conversation.address,
    body: one.body,
    lane: conversation.id,
    seq: one.seq,
    notBefore: one.at,
    notAfter: one.at + REPLY_KEPT_FOR,
  }))
}
