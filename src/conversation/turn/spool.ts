import type { InboundMessage } from '../../messaging/inbound-message'

/**
 * Messages kept on this machine's own disk while the storage is away: acknowledged, to be run before anything newer of
 * the same person.
 */
export interface Spool {
  /** Durable when it resolves; the same sid again changes nothing. */
  add(message: InboundMessage): Promise<void>
  /** In the order of receipt. */
  all(): readonly InboundMessage[]
  /** Whether anything of this sender address waits. */
  holds(address: string): boolean
  remove(sid: string): Promise<void>
  close(): Promise<void>
}
