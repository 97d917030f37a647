import type { CalendarDate, Instant } from '../../base/clock'
import type { Locale } from '../../base/locale'
import type { Point } from '../alerts/distance'
import type { BloodGroup } from '../groups/blood-group'
import type { Deferral } from './eligibility/kept-deferral'

/** A person who agreed to be asked. The id is the contact's: a person registers once. */
export interface Donor {
  readonly id: string
  readonly locale: Locale
  readonly group: BloodGroup
  readonly birthYear: number
  /** For the interval between donations only: unknown counts as the longer one. */
  readonly sex: 'female' | 'male' | 'other'
  /** Kilograms, one decimal. */
  readonly weight: number
  readonly pincode?: string
  readonly area?: string
  /** Home, as near as PIN code or area tell. */
  readonly point?: Point
  readonly category: 'citizen' | 'police'
  readonly lastDonation?: CalendarDate
  /** Not asked before this day. */
  readonly restUntil?: CalendarDate
  /** What a pre-screen left behind: never why. */
  readonly deferral?: Deferral
  readonly available: boolean
  readonly registeredAt: Instant
}
