import type { Instant } from '../../base/clock'
import type { InboundMessage } from '../../messaging/inbound-message'

/**
 * One delivery of a message by the channel, and whether its HTTP answer can still carry replies. The commit of the
 * turn decides: begun while the delivery is open, the replies go out as TwiML; afterwards only by REST.
 */
export class Delivery {
  private state: 'open' | 'committing' | 'committed' | 'closed'
  private awaitCommit: Promise<void> | undefined
  private endCommit: (() => void) | undefined
  private end: () => void = () => undefined
  private readonly untilEnd: Promise<void>

  private constructor(
    readonly message: InboundMessage,
    readonly deadline: Instant,
    open: boolean,
  ) {
    this.state = open ? 'open' : 'closed'
    this.untilEnd = open ? new Promise((resolve) => (this.end = resolve)) : Promise.resolve()
  }

  /** A webhook that waits for its answer until the deadline. */
  static waiting(message: InboundMessage, deadline: Instant): Delivery {
    return new Delivery(message, deadline, true)
  }

  /** Nobody waits any more: the message was acknowledged before, or comes from the provider's list. */
  static acknowledged(message: InboundMessage): Delivery {
    return new Delivery(message, 0, false)
  }

  get open(): boolean {
    return this.state === 'open'
  }

  /** Answered, stored for later, or refused: later messages need not wait for this one any more. */
  ended(): void {
    this.end()
  }

  /** Resolves when the delivery has ended. */
  whenEnded(): Promise<void> {
    return this.untilEnd
  }

  /** Before the commit of a turn: true when it may promise TwiML. The caller must end it with `endedCommit`. */
  beginCommit(now: Instant): boolean {
    if (this.state !== 'open' || now >= this.deadline) return false
    this.state = 'committing'
    this.awaitCommit = new Promise((resolve) => (this.endCommit = resolve))
    return true
  }

  endedCommit(done: boolean): void {
    if (this.state !== 'committing') return
    this.state = done ? 'committed' : 'open'
    this.endCommit?.()
  }

  /**
   * The deadline came: from now on only REST. Waits for a commit under way; false when that one succeeded, so that its
   * replies must still be answered here.
   */
  async close(): Promise<boolean> {
    while (this.state === 'committing') await this.awaitCommit
    if (this.state === 'committed') return false
    this.state = 'closed'
    return true
  }
}
