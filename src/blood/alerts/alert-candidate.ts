import type { Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { QuietHours } from '../../base/quiet-hours'
import type { Deferral } from '../donors/eligibility/deferral'
import type { PastDonation } from '../donors/eligibility/donation-kind'
import type { Donor } from '../donors/donor'
import type { Point } from './distance'

/** A donor with everything that decides whether, and how soon, to ask. */
export interface AlertCandidate extends Pick<Donor, 'group' | 'sex' | 'birthYear' | 'weight' | 'available'> {
  readonly donorId: string
  /** Channels this person agreed to get alerts on, the one to use first. */
  readonly channels: readonly Channel[]
  readonly optedOut: boolean
  /** A coordinator looks into a report about this person. */
  readonly onHold: boolean
  /** Agreed to be asked at night in need. */
  readonly nightCalls: boolean
  readonly quietHours?: QuietHours
  /** Home by PIN code, area or pin on the map; absent: not known. */
  readonly point?: Point
  readonly donations: readonly PastDonation[]
  readonly deferral?: Deferral
  /** Patients whose standing donor this person is. */
  readonly bridgeOf: readonly string[]
  /** Patients to whom this person is a close relative. */
  readonly relativeOf: readonly string[]
  /** Known antibodies or the Bombay group. */
  readonly byHand: boolean
  /** Has said yes to another request that is still open. */
  readonly pledged: boolean
  readonly asked: AskedBefore
}

/** What earlier alerts to a donor came to. */
export interface AskedBefore {
  /** Alerts of the last 30 days. */
  readonly lately: readonly Instant[]
  /** The latest alert ever; absent: never asked. */
  readonly lastAt?: Instant
  readonly alerts: number
  readonly yes: number
  /** Alerts without any answer since the last answer. */
  readonly silentInARow: number
}

/** Nobody has asked this donor yet. */
export const NEVER_ASKED: AskedBefore = { lately: [], alerts: 0, yes: 0, silentInARow: 0 }
