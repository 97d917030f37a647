import { SECOND, type Clock, type Instant } from '../../base/clock'
import { within } from '../../base/within'
import { StorageError } from '../../base/storage-error'
import { addressesOf, type ContactCache } from '../../contacts/contact-cache'
import type { InboundAnswer, InboundHandler } from '../../messaging/inbound-handler'
import type { InboundMessage } from '../../messaging/inbound-message'
import { aboutMessage } from './about-message'
import { Delivery } from './delivery'
import { Fifo } from './fifo'
import type { HandOverReplies } from './hand-over-replies'
import { KeepMessage } from './keep-message'
import type { Lane, Lanes } from './lane'
import { finishUnfinished, runMessage, type TurnDeps, type TurnDone } from './run-turn'
import type { Spool } from './spool'

/** From receipt to the HTTP answer, waiting in the queue included. Twilio gives up at 4.5 s. */
export const TURN_BUDGET = 3 * SECOND
/** Runs of one turn, when other processes write the same conversation at the same moment. */
const MAX_RUNS = 8

export interface PipelineDeps extends TurnDeps {
  readonly clock: Clock
  readonly people: ContactCache
  readonly lanes: Lanes
  readonly spool: Spool
  readonly handOver: HandOverReplies
  /** Told that replies may never have reached Twilio, or messages never us: its list must be read. */
  readonly onDoubt: () => void
}

/** A message's place in its conversation's queue. */
interface Place {
  readonly delivery: Delivery
  readonly contactId: string
  /** Others were before it, so that the contact may have been joined to another meanwhile. */
  readonly waited: boolean
}

/** A message that was run, and where. */
interface Ran {
  readonly done: TurnDone
  readonly lane: Lane
}

/**
 * From a received message to its answer: in order per conversation, every message once, whatever fails. See
 * ARCHITECTURE in docs for the guarantees.
 */
export class TurnPipeline implements InboundHandler {
  private readonly arrivals = new Fifo()
  private readonly turns = new Fifo()
  private readonly underWay = new Set<Promise<unknown>>()
  private readonly keeper: KeepMessage

  constructor(private readonly deps: PipelineDeps) {
    this.keeper = new KeepMessage(deps)
  }

  async handle(message: InboundMessage): Promise<InboundAnswer> {
    const answering = this.answer(Delivery.waiting(message, message.receivedAt + TURN_BUDGET))
    this.underWay.add(answering)
    try {
      return await answering
    } finally {
      this.underWay.delete(answering)
    }
  }

  lost(): void {
    this.deps.onDoubt()
  }

  /** Runs a message whose sender was answered before, or that only the provider's list knows; replies go by REST. */
  async runLater(message: InboundMessage): Promise<void> {
    await this.enter(Delivery.acknowledged(message))
  }

  /** Finishes what a crash or a slow moment left of a conversation. Rejects when the storage is away. */
  async finish(id: string): Promise<void> {
    await this.exclusively(id, async (lane) => {
      do {
        if (!(await lane.openStored())) return
      } while (!(await finishUnfinished(lane, this.deps)))
      await this.deps.handOver.of(lane)
    })
  }

  /** Runs the spooled messages of every address in order; stops at the first that the storage refuses. */
  async drainSpool(): Promise<void> {
    for (const message of this.deps.spool.all()) await this.runLater(message)
  }

  /** Runs `work` where no turn of the conversation runs at the same time. */
  exclusively<T>(id: string, work: (lane: Lane) => Promise<T>): Promise<T> {
    return this.turns.run(id, () => work(this.deps.lanes.of(id)))
  }

  /** Resolves when no turn runs or waits, and every message taken is answered or stored. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay)
    await this.arrivals.idle()
    await this.turns.idle()
  }

  private async answer(delivery: Delivery): Promise<InboundAnswer> {
    const { message, deadline } = delivery
    const work = this.enter(delivery)
    const outcome = await this.untilDeadline(work, deadline)
    try {
      if (outcome === 'late')
        return (await delivery.close()) ? await this.answerLater(message) : answered(await work)
      return outcome === 'failed' ? await this.answerLater(message) : answered(outcome)
    } finally {
      delivery.ended()
    }
  }

  private async untilDeadline(
    work: Promise<TurnDone>,
    deadline: Instant,
  ): Promise<TurnDone | 'late' | 'failed'> {
    const { clock } = this.deps
    const failed = work.catch((error: unknown) => {
      if (!(error instanceof StorageError)) this.deps.onFault({ where: 'pipeline', error })
      return 'failed' as const
    })
    return within(failed, { ms: deadline - clock.now(), clock, late: 'late' as const })
  }

  /** Stored first, then acknowledged; a worker finishes it. What is refused may never be delivered again. */
  private async answerLater(message: InboundMessage): Promise<InboundAnswer> {
    try {
      const known = await this.keeper.keep(message)
      if (known?.path === 'twiml') return { kind: 'twiml', replies: known.replies ?? [] }
      return { kind: 'later' }
    } catch (error) {
      this.deps.onFault({ where: 'keep', error })
      this.deps.onDoubt()
      return { kind: 'refused' }
    }
  }

  /**
   * Into the conversation's queue, in the order of arrival. The conversation of a person this process knows is known
   * at once; for anybody else the storage is asked, one message of an address after the other.
   */
  private async enter(delivery: Delivery): Promise<TurnDone> {
    const { message } = delivery
    const [address = ''] = addressesOf(message.from)
    const known = this.deps.people.known(message.from)
    if (known !== undefined && !this.arrivals.busy(address)) {
      const { conversationId } = aboutMessage(message, known)
      if (this.deps.lanes.knows(conversationId)) return this.queue(delivery, known)
    }
    const { turn } = await inOrder(this.arrivals, { key: address, delivery }, async () => {
      const contactId = await this.deps.people.resolve(message.from)
      return { turn: this.queue(delivery, contactId) }
    })
    return turn
  }

  private async queue(delivery: Delivery, contactId: string): Promise<TurnDone> {
    const { conversationId: key } = aboutMessage(delivery.message, contactId)
    const waited = this.turns.busy(key)
    const after = ({ lane }: Ran): Promise<void> => this.deps.handOver.of(lane)
    const { done } = await inOrder(this.turns, { key, delivery, after }, () =>
      this.runInTurn({ delivery, contactId, waited }),
    )
    return done
  }

  /** First whatever waits in the spool of the same conversation, then the message. */
  private async runInTurn(place: Place): Promise<Ran> {
    const { message } = place.delivery
    for (const earlier of this.spooledLike(message)) {
      const { lane } = await this.runUntilWritten({ ...place, delivery: Delivery.acknowledged(earlier) })
      await this.deps.spool.remove(earlier.sid)
      await this.deps.handOver.of(lane)
    }
    return this.runUntilWritten(place)
  }

  private spooledLike({ from, channel, to }: InboundMessage): readonly InboundMessage[] {
    const addresses = addressesOf(from)
    if (!addresses.some((address) => this.deps.spool.holds(address))) return []
    return this.deps.spool
      .all()
      .filter(
        (one) =>
          one.channel === channel &&
          one.to === to &&
          addressesOf(one.from).some((address) => addresses.includes(address)),
      )
  }

  private async runUntilWritten(place: Place): Promise<Ran> {
    const { delivery } = place
    let failure: unknown
    for (let run = 0; run < MAX_RUNS; run++) {
      const about = aboutMessage(delivery.message, await this.contactAt(run, place))
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

  /** The contact may have been joined to another: then its conversation is gone, and must not be made anew. */
  private async contactAt(run: number, { delivery, contactId, waited }: Place): Promise<string> {
    const { conversationId } = aboutMessage(delivery.message, contactId)
    const current = run === 0 && (!waited || this.deps.lanes.knows(conversationId))
    return current ? contactId : this.deps.people.resolve(delivery.message.from)
  }
}

/**
 * Runs a message's `task` in its place of the queue and gives its result before `after` ends. When it fails, the next
 * message waits until this one is stored for later, so that it finds it there and runs it first.
 */
function inOrder<T>(
  queue: Fifo,
  place: {
    readonly key: string
    readonly delivery: Delivery
    readonly after?: (result: T) => Promise<void>
  },
  task: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    void queue.run(place.key, async () => {
      const result = await task().catch(async (error: unknown) => {
        reject(error instanceof Error ? error : new Error('a turn failed', { cause: error }))
        await place.delivery.whenEnded()
        return undefined
      })
      if (result === undefined) return
      resolve(result)
      await place.after?.(result)
    })
  })
}

function answered(done: TurnDone): InboundAnswer {
  return { kind: 'twiml', replies: done.replies }
}
