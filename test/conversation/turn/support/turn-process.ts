import { HOUR, type Instant } from '../../../../src/base/clock'
import type { Random } from '../../../../src/base/random'
import { StorageError } from '../../../../src/base/storage-error'
import { addressesOf, ContactCache } from '../../../../src/contacts/contact-cache'
import type { StatusHandler } from '../../../../src/channels/twilio/webhooks'
import { Doubt } from '../../../../src/conversation/turn/doubt'
import { HandOverReplies } from '../../../../src/conversation/turn/hand-over-replies'
import { Lanes } from '../../../../src/conversation/turn/lane'
import { TurnPipeline } from '../../../../src/conversation/turn/pipeline'
import { reconcile } from '../../../../src/conversation/turn/reconcile'
import type { Spool } from '../../../../src/conversation/turn/spool'
import { sweep } from '../../../../src/conversation/turn/sweep'
import { dispatch, type DispatcherDeps } from '../../../../src/messaging/dispatcher'
import { resolveUnknown, type ResolveDeps } from '../../../../src/messaging/resolve-unknown'
import type { InboundHandler } from '../../../../src/messaging/inbound-handler'
import { guardStores } from '../../../../src/storage/guard-stores'
import type { Stores } from '../../../../src/storage/stores'
import { sendingDeps } from '../../../messaging/support/sending-deps'
import { faultyStores, InjectedFault, type Fault, type FaultyStores } from '../../../support/faulty-stores'
import { scriptedBot, scriptedEffects } from './scripted-bot'
import { OUR_NUMBER, type TurnWorld } from './turn-world'

/** One process of ours with the scripted bot. Once dead it stores, sends and answers nothing. */
export class TurnProcess {
  readonly faulty: FaultyStores
  readonly pipeline: TurnPipeline
  readonly inbound: InboundHandler
  readonly status: StatusHandler
  /** What was reported that no injected fault explains. */
  readonly surprises: unknown[] = []
  private readonly doubt: Doubt
  private readonly handOver: HandOverReplies
  private readonly dispatcher: DispatcherDeps & ResolveDeps
  private readonly crashesAt: number

  constructor(
    private readonly world: TurnWorld,
    private readonly parts: {
      readonly raw: Stores
      readonly faults: readonly Fault[]
      readonly random: Random
    },
  ) {
    const crash = parts.faults.find(({ kind }) => kind.startsWith('crash'))
    this.crashesAt = crash?.at ?? Infinity
    this.faulty = faultyStores(parts.raw, parts.faults)
    const { stores } = this.faulty
    const { clock } = world
    const onFault = ({ error }: { readonly error: unknown }): void => this.note(error)
    // As after a start.
    this.doubt = new Doubt(clock)
    this.doubt.raise()
    this.handOver = new HandOverReplies({
      outbox: stores.outbox,
      clock,
      onEnqueued: () => undefined,
      onFault,
    })
    const guarded = guardStores(stores)
    this.pipeline = new TurnPipeline({
      bot: scriptedBot(guarded),
      perform: scriptedEffects(guarded),
      outbox: stores.outbox,
      clock,
      random: parts.random,
      people: new ContactCache({
        contacts: stores.contacts,
        clock,
        random: parts.random,
        repoint: (from, to) => stores.repoint(from, to),
      }),
      lanes: new Lanes({ conversations: stores.conversations, clock }),
      spool: this.spool(),
      handOver: this.handOver,
      onDoubt: () => this.doubt.raise(),
      onMissed: () => undefined,
      onFault,
    })
    this.inbound = this.mortalHandler()
    this.status = {
      handle: async (word) => {
        if (word.outboxId !== undefined) await stores.outbox.applyStatus(word.outboxId, word)
      },
    }
    this.dispatcher = {
      ...sendingDeps(stores, clock),
      sender: { send: (request) => this.alive().sender.send(request) },
      history: { since: (instant) => this.alive().history.since(instant) },
    }
  }

  get doubts(): boolean {
    return this.doubt.raised
  }

  get dead(): boolean {
    return this.faulty.calls.length >= this.crashesAt
  }

  /** The death that a test chooses itself. */
  kill(): void {
    this.faulty.crash()
  }

  /** One run of each worker, in an order that a real process may have. */
  async work(): Promise<void> {
    const { conversations } = this.faulty.stores
    const { clock } = this.world
    await this.attempt(() =>
      sweep({ pipeline: this.pipeline, conversations, clock, onFault: ({ error }) => this.note(error) }),
    )
    await this.attempt(() => dispatch(this.dispatcher))
    await this.attempt(() => resolveUnknown(this.dispatcher))
    await this.attempt(() => this.compare())
  }

  /** Whether nothing is left to do in the stores. */
  async rests(now: Instant): Promise<boolean> {
    const { conversations, outbox } = this.parts.raw
    const recent = await conversations.activeSince(now - HOUR)
    const busy = await Promise.all(recent.map(({ id }) => outbox.laneBusy(id)))
    return !busy.includes(true) && (await conversations.unfinished(now, 1)).length === 0
  }

  private compare(): Promise<void> {
    return this.doubt.settle(() =>
      reconcile({
        history: { since: (instant) => this.alive().history.since(instant) },
        conversations: this.faulty.stores.conversations,
        pipeline: this.pipeline,
        media: { sentWith: () => Promise.resolve([]) },
        handOver: this.handOver,
        clock: this.world.clock,
        maskText: (text) => text,
        isOurSender: (address) => address === OUR_NUMBER,
      }),
    )
  }

  private alive(): TurnWorld {
    if (this.dead) throw new InjectedFault('the process is dead')
    return this.world
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.note(error)
    }
  }

  private note(error: unknown): void {
    if (!(error instanceof InjectedFault) && !(error instanceof StorageError)) this.surprises.push(error)
  }

  private mortalHandler(): InboundHandler {
    return {
      handle: async (message) => {
        const answer = await this.pipeline.handle(message)
        this.alive()
        return answer
      },
      lost: () => {
        if (!this.dead) this.pipeline.lost()
      },
    }
  }

  private spool(): Spool {
    const disk = () => this.alive().disk
    return {
      add: async (message) => {
        if (!disk().has(message.sid)) disk().set(message.sid, message)
      },
      all: () => [...disk().values()].sort((one, other) => one.receivedAt - other.receivedAt),
      holds: (address) => [...disk().values()].some(({ from }) => addressesOf(from).includes(address)),
      remove: async (sid) => {
        disk().delete(sid)
      },
      close: async () => undefined,
    }
  }
}
