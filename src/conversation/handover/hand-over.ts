import type { Address, Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { Locale } from '../../base/locale'

/** A person takes over: coordinators are told and answer by chat (`#C12K text`). The bot goes on listening. */
export interface HandOver {
  readonly id: string
  /** What coordinators write after `#`. */
  readonly code: string
  readonly contactId: string
  readonly conversationId: string
  readonly channel: Channel
  readonly sender: Address
  readonly address: Address
  readonly locale: Locale
  readonly reason:
    | 'asked'
    | 'not_understood'
    | 'emergency'
    | 'minor'
    | 'guardian'
    | 'opted_out_with_request'
    | 'fraud'
    | 'bereaved'
    | 'outside_area'
    | 'voice'
    | 'slip'
  /** What the person last wrote, so that a coordinator knows what it is about; at most 500 characters. */
  readonly excerpt: string
  readonly at: Instant
  readonly closedAt?: Instant
}
