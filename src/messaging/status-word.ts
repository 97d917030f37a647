import type { Address, Channel } from '../base/channel'
import type { DeliveryStatus } from './delivery-status'
import type { SendError } from './sender'

/** What the provider says became of one message of ours. It may say it late, twice and out of order. */
export interface StatusWord {
  /** The provider's id of the message. */
  readonly sid: string
  /** The outbox row's id, when the word carries it. */
  readonly outboxId?: string
  readonly channel: Channel
  /** Our sender, and the person's address. */
  readonly from: Address
  readonly to: Address
  readonly status: DeliveryStatus
  /** The provider's error code of a message that failed. */
  readonly code?: string
  /** What follows from the failure. */
  readonly error?: SendError
}
