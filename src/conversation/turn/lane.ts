import type { Clock } from '../../base/clock'
import { fromStorage } from '../../base/storage-error'
import type { Conversation } from './conversation'
import type { ConversationStore } from './conversation-store'
import { nextRevision } from './new-conversation'

/**
 * The conversation as this process last saw it. Writes are conditional on it: while they succeed, nothing has to be
 * read again; when one fails, somebody else wrote and the caller starts over from what is stored. Only the turn that
 * runs opens a lane, so that what it was computed from never changes under it.
 */
export class Lane {
  private seen: Conversation | undefined
  private proved = false
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    readonly id: string,
    private readonly deps: { readonly conversations: ConversationStore; readonly clock: Clock },
  ) {}

  /** Whether the next write may succeed without anything being read. */
  get known(): boolean {
    return this.proved
  }

  /** The conversation: as last seen, else as stored, else as `fresh` makes it. */
  async open(fresh: () => Conversation): Promise<Conversation> {
    if (!this.proved) this.see((await this.load()) ?? fresh())
    return this.current
  }

  /** The conversation as it is stored now; nothing when there is none (any more). */
  async openStored(): Promise<Conversation | undefined> {
    this.forget()
    const stored = await this.load()
    if (stored) this.see(stored)
    return stored
  }

  /** As last opened or written; stays, when somebody else wrote in between, until it is opened again. */
  get current(): Conversation {
    if (!this.seen) throw new Error('the lane is not open')
    return this.seen
  }

  /**
   * Writes what `change` makes of the conversation as last seen; one write at a time. False when somebody else wrote
   * in between: then nothing is written and the lane must be opened again. A failure is a `StorageError`; whether it
   * was written is unknown, and the lane must be opened again too.
   */
  write(change: (current: Conversation) => Conversation): Promise<boolean> {
    const mine = this.turn.then(() => this.writeNow(change))
    this.turn = mine.catch(() => undefined)
    return mine
  }

  /** Reads anew at the next `open`; until then nothing is written. */
  forget(): void {
    this.proved = false
  }

  private see(conversation: Conversation): void {
    this.seen = conversation
    this.proved = true
  }

  private async writeNow(change: (current: Conversation) => Conversation): Promise<boolean> {
    if (!this.proved || !this.seen) return false
    const next = nextRevision(change(this.seen), this.deps.clock.now())
    const written = await this.tryWrite(next)
    if (written) this.see(next)
    else this.forget()
    return written
  }

  private async tryWrite(next: Conversation): Promise<boolean> {
    try {
      return await fromStorage('conversations.write', () => this.deps.conversations.write(next))
    } catch (error) {
      this.forget()
      throw error
    }
  }

  private load(): Promise<Conversation | undefined> {
    return fromStorage('conversations.load', () => this.deps.conversations.load(this.id))
  }
}

/** The lanes this process used last; forgetting one costs a read, never a message. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>()

  constructor(
    private readonly deps: { readonly conversations: ConversationStore; readonly clock: Clock },
    private readonly limit = 5_000,
  ) {}

  of(id: string): Lane {
    const lane = this.lanes.get(id) ?? new Lane(id, this.deps)
    this.lanes.delete(id)
    this.lanes.set(id, lane)
    if (this.lanes.size > this.limit) this.dropOldest()
    return lane
  }

  /** A view of its own, for a write beside a turn that runs: the turn's view must not change under it. */
  apart(id: string): Lane {
    return new Lane(id, this.deps)
  }

  knows(id: string): boolean {
    return this.lanes.get(id)?.known ?? false
  }

  private dropOldest(): void {
    for (const id of this.lanes.keys()) {
      this.lanes.delete(id)
      return
    }
  }
}
