import { SECOND, type Clock } from '../../base/clock'
import { StorageError } from '../../base/storage-error'
import { addressesOf, type ContactCache } from '../../contacts/contact-cache'
import type { InboundAnswer, InboundHandler } from '../../messaging/inbound-handler'
import type { InboundMessage } from '../../messaging/inbound-message'
import { findAnswered } from './answered'
import type { TurnAbout } from './bot'
import { conversationId } from './conversation-store'
import { Delivery } from './delivery'
import { Fifo } from './fifo'
import type { HandOverReplies } from './hand-over-replies'
import type { Lane, Lanes } from './lane'
import { newConversation } from './new-conversation'
import { finishUnfinished, runMessage, type TurnDeps, type TurnDone } from './run-turn'
import type { Spool } from './spool'
import { newId } from '../../base/ids'

/** From receipt to the HTTP answer, waiting in the queue included. Twilio gives up at 4.5 s. */
export const TURN_BUDGET = 3 * SECOND
/** How long storing an unfinished message may take before this machine's own disk takes it. */
const KEEP_BUDGET = SECOND
/** Given to timers that are not needed any more: making an error for each would cost more than the timer. */
const ENDED = new Error('ended')
/** Runs of one turn, when other processes write the same conversation at the same moment. */
const MAX_RUNS = 8

export interface PipelineDeps extends TurnDeps {
  readonly clock: Clock
  readonly people: ContactCache
  readonly lanes: Lanes
  readonly spool: Spool
  readonly handOver: HandOverReplies
  /** Told that replies may never have reached Twilio: its list must be read. */
  readonly onDoubt: () => void
}

/**
 * From a received message to its answer: in order per conversation, every message once, whatever fails. See
 * ARCHITECTURE in docs for the guarantees.
 */
export class TurnPipeline implements InboundHandler {
  private readonly arrivals = new Fifo()
  private readonly turns = new Fifo()

  constructor(private readonly deps: PipelineDeps) {}

  async handle(message: InboundMessage): Promise<InboundAnswer> {
    const deadline = message.receivedAt + TURN_BUDGET
    const delivery = Delivery.waiting(message, deadline)
    const work = this.accept(delivery)
    const outcome = await this.untilDeadline(work, deadline)
    if (outcome === 'late') return (await delivery.close()) ? this.answerLater(message) : answered(await work)
    if (outcome === 'failed') return this.answerLater(message)
    return answered(outcome)
  }

  lost(): void {
    this.deps.onDoubt()
  }

  /** Runs a message whose sender was answered before, or that only the provider's list knows; replies go by REST. */
  async runLater(message: InboundMessage): Promise<void> {
    await this.accept(Delivery.acknowledged(message))
  }

  /** Finishes what a crash or a slow moment left of a conversation. Rejects when the storage is away. */
  async finish(id: string): Promise<void> {
    await this.turns.run(id, async () => {
      const lane = this.deps.lanes.of(id)
      lane.forget()
      await lane.open(() => {
        throw new Error('an unfinished conversation is gone')
      })
      while (!(await finishUnfinished(lane, this.deps))) await this.reopen(lane)
      await this.deps.handOver.of(lane)
    })
  }

  /** Runs the spooled messages of every address in order; stops at the first that the storage refuses. */
  async drainSpool(): Promise<void> {
    for (const message of this.deps.spool.all()) await this.drain(message)
  }

  /** Runs `work` where no turn of the conversation runs at the same time. */
  exclusively<T>(id: string, work: (lane: Lane) => Promise<T>): Promise<T> {
    return this.turns.run(id, () => work(this.deps.lanes.of(id)))
  }

  /** Resolves when no turn runs or waits. */
  async idle(): Promise<void> {
    await this.arrivals.idle()
    await this.turns.idle()
  }

  private async untilDeadline(
    work: Promise<TurnDone>,
    deadline: number,
  ): Promise<TurnDone | 'late' | 'failed'> {
    const timer = new AbortController()
    const late = this.deps.clock.sleep(deadline - this.deps.clock.now(), timer.signal).then(
      () => 'late' as const,
      () => 'late' as const,
    )
    const failed = work.catch((error: unknown) => {
      if (!(error instanceof StorageError)) this.deps.onFault({ where: 'pipeline', error })
      return 'failed' as const
    })
    const outcome = await Promise.race([failed, late])
    timer.abort(ENDED)
    return outcome
  }

  /** Stored first, then acknowledged; a worker finishes it. */
  private async answerLater(message: InboundMessage): Promise<InboundAnswer> {
    try {
      await this.keep(message)
      return { kind: 'later' }
    } catch (error) {
      this.deps.onFault({ where: 'keep', error })
      return { kind: 'refused' }
    }
  }

  private async keep(message: InboundMessage): Promise<void> {
    const timer = new AbortController()
    const tooLong = this.deps.clock.sleep(KEEP_BUDGET, timer.signal).then(() => false)
    tooLong.catch(() => undefined)
    const kept = this.addPending(message).catch(() => false)
    const inConversation = await Promise.race([kept, tooLong])
    timer.abort(ENDED)
    if (!inConversation) await this.deps.spool.add(message)
  }

  private async addPending(message: InboundMessage): Promise<boolean> {
    const contactId = this.deps.people.known(message.from) ?? (await this.deps.people.resolve(message.from))
    const about = aboutMessage(message, contactId)
    const lane = this.deps.lanes.of(about.conversationId)
    for (let run = 0; run < MAX_RUNS; run++) {
      await lane.open(() => newConversation(about, newId(this.deps.random)))
      const written = await lane.write((current) => {
        const { sid } = message
        const there = findAnswered(current, sid) ?? current.pending.find((one) => one.sid === sid)
        if (there || current.intention?.message.sid === sid) return current
        return { ...current, pending: [...current.pending, message] }
      })
      if (written) return true
    }
    return false
  }

  /** First whatever waits in the spool from the same person, then this. */
  private async accept(delivery: Delivery): Promise<TurnDone> {
    const { from } = delivery.message
    const [address = ''] = addressesOf(from)
    if (this.deps.spool.holds(address)) {
      const waiting = this.deps.spool.all().filter((message) => addressesOf(message.from).includes(address))
      for (const message of waiting) await this.drain(message)
    }
    return this.enter(delivery, address)
  }

  private async drain(message: InboundMessage): Promise<void> {
    const [address = ''] = addressesOf(message.from)
    await this.enter(Delivery.acknowledged(message), address)
    await this.deps.spool.remove(message.sid)
  }

  /**
   * Into the conversation's queue, in the order of arrival. The conversation of a person this process knows is known
   * at once; for anybody else the storage is asked, one message of an address after the other.
   */
  private async enter(delivery: Delivery, address: string): Promise<TurnDone> {
    const known = this.deps.people.known(delivery.message.from)
    const id = known && conversationId(known, delivery.message.channel, delivery.message.to)
    if (known && id && this.deps.lanes.knows(id) && !this.arrivals.busy(address)) {
      return this.queue(delivery, known)
    }
    const { turn } = await this.arrivals.run(address, async () => {
      const contactId = await this.deps.people.resolve(delivery.message.from)
      return { turn: this.queue(delivery, contactId) }
    })
    return turn
  }

  private queue(delivery: Delivery, contactId: string): Promise<TurnDone> {
    const { conversationId: id } = aboutMessage(delivery.message, contactId)
    return new Promise((resolve, reject) => {
      void this.turns.run(id, async () => {
        const lane = await this.runUntilWritten(delivery, contactId).then(
          (run) => {
            resolve(run.done)
            return run.lane
          },
          (error: unknown) => {
            reject(error instanceof Error ? error : new Error('a turn failed'))
            return undefined
          },
        )
        if (lane) await this.deps.handOver.of(lane)
      })
    })
  }

  private async runUntilWritten(
    delivery: Delivery,
    contactId: string,
  ): Promise<{ readonly done: TurnDone; readonly lane: Lane }> {
    let failure: unknown
    for (let run = 0; run < MAX_RUNS; run++) {
      const contact = run === 0 ? contactId : await this.deps.people.resolve(delivery.message.from)
      const about = aboutMessage(delivery.message, contact)
      const lane = this.deps.lanes.of(about.conversationId)
      try {
        const done = await runMessage(lane, { about, delivery }, this.deps)
        if (done !== 'conflict') {
          if (done.doubtful) this.deps.onDoubt()
          return { done, lane }
        }
      } catch (error) {
        // Whether it was written is unknown: one more run reads what is stored.
        if (!(error instanceof StorageError) || failure) throw error
        failure = error
      }
      lane.forget()
    }
    throw new StorageError('conversations.write, again and again')
  }

  private async reopen(lane: Lane): Promise<void> {
    lane.forget()
    await lane.open(() => {
      throw new Error('an unfinished conversation is gone')
    })
  }
}

function answered(done: TurnDone): InboundAnswer {
  return { kind: 'twiml', replies: done.replies }
}

function aboutMessage(message: InboundMessage, contactId: string): TurnAbout {
  return {
    message,
    now: message.receivedAt,
    contactId,
    conversationId: conversationId(contactId, message.channel, message.to),
    channel: message.channel,
    sender: message.to,
    address: addressesOf(message.from)[0] ?? '',
  }
}
