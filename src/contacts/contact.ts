import type { Address, Channel } from '../base/channel'
import type { Instant } from '../base/clock'
import type { Locale } from '../base/locale'

/** What a consent allows. Each is a separate yes. */
export type ConsentPurpose = 'request' | 'alerts' | 'news' | 'guardian' | 'share_number'

/** One yes, never changed afterwards: what was agreed to, in which words and when. */
export interface Consent {
  readonly purpose: ConsentPurpose
  readonly channel: Channel
  readonly noticeVersion: string
  readonly locale: Locale
  readonly at: Instant
  /** The MessageSid of the person's own yes. */
  readonly sid: string
  /** The child whom a `guardian` speaks for. */
  readonly patientId?: string
  /** The yes was spoken: to this coordinator (a contact's id), who wrote it down in the message `sid`. */
  readonly spokenTo?: string
}

export interface OptOut {
  readonly at: Instant
  readonly sid: string
  readonly channel: Channel
  /** The provider said so of a message that it did not deliver; the person's own word when absent. */
  readonly toldBy?: 'provider'
}

/** A person who wrote to us, whatever they are: parent, donor, volunteer, coordinator or several of these. */
export interface Contact {
  readonly id: string
  readonly createdAt: Instant
  readonly phone?: Address
  readonly whatsappUserId?: Address
  readonly locale?: Locale
  /** Present: we start no message to this person, on any channel. */
  readonly optOut?: OptOut
  /** Blood requests whose news the person asked for after opting out. */
  readonly newsDespiteOptOut: readonly string[]
  readonly consents: readonly Consent[]
}
