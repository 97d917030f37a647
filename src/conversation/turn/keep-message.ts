import { SECOND, type Clock } from '../../base/clock'
import { within } from '../../base/within'
import { newId } from '../../base/ids'
import type { Random } from '../../base/random'
import type { ContactCache } from '../../contacts/contact-cache'
import type { InboundMessage } from '../../messaging/inbound-message'
import { aboutMessage } from './about-message'
import { findAnswered } from './answered'
import type { AnsweredMessage, Conversation } from './conversation'
import type { Lane, Lanes } from './lane'
import { newConversation } from './new-conversation'
import type { Spool } from './spool'

/** How long storing an unfinished message may take before this machine's own disk takes it. */
const KEEP_BUDGET = SECOND
/** Tries to store it, when others write the same conversation at the same moment. */
const MAX_TRIES = 8

/** Stores messages that cannot be answered in time, durably, before they are acknowledged. */
export class KeepMessage {
  constructor(
    private readonly deps: {
      readonly people: ContactCache
      readonly lanes: Lanes
      readonly spool: Spool
      readonly clock: Clock
      readonly random: Random
    },
  ) {}

  /**
   * In its conversation, else in the spool; rejects when neither takes it. Gives the answer of a message that was
   * answered after all.
   */
  async keep(message: InboundMessage): Promise<AnsweredMessage | undefined> {
    const { clock } = this.deps
    const kept = this.inConversation(message).catch(() => 'not kept' as const)
    const outcome = await within(kept, { ms: KEEP_BUDGET, clock, late: 'not kept' as const })
    if (outcome === 'kept') return undefined
    if (outcome !== 'not kept') return outcome
    await this.deps.spool.add(message)
    return undefined
  }

  private async inConversation(message: InboundMessage): Promise<'kept' | 'not kept' | AnsweredMessage> {
    const lane = this.knownLane(message)
    if (lane) {
      const kept = await addTo(lane, message)
      if (kept !== 'not kept') return kept
    }
    // A turn may run on that lane: what it was computed from must not change under it.
    const about = aboutMessage(message, await this.deps.people.resolve(message.from))
    const apart = this.deps.lanes.apart(about.conversationId)
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      await apart.open(() => newConversation(about, newId(this.deps.random)))
      const kept = await addTo(apart, message)
      if (kept !== 'not kept') return kept
    }
    return 'not kept'
  }

  private knownLane(message: InboundMessage): Lane | undefined {
    const contactId = this.deps.people.known(message.from)
    if (contactId === undefined) return undefined
    const { conversationId } = aboutMessage(message, contactId)
    return this.deps.lanes.knows(conversationId) ? this.deps.lanes.of(conversationId) : undefined
  }
}

async function addTo(lane: Lane, message: InboundMessage): Promise<'kept' | 'not kept' | AnsweredMessage> {
  const answered = findAnswered(lane.current, message.sid)
  if (answered) return answered
  if (holds(lane.current, message.sid)) return 'kept'
  return (await lane.write((current) => withPending(current, message))) ? 'kept' : 'not kept'
}

function holds(conversation: Conversation, sid: string): boolean {
  const { intention, pending } = conversation
  return intention?.message.sid === sid || pending.some((one) => one.sid === sid)
}

/** In the order of receipt. A turn may have answered it while this write waited. */
function withPending(current: Conversation, message: InboundMessage): Conversation {
  if (findAnswered(current, message.sid) || holds(current, message.sid)) return current
  const pending = [...current.pending, message].sort((one, other) => one.receivedAt - other.receivedAt)
  return { ...current, pending }
}
