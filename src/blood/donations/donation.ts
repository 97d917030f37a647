import { keyedId } from '../../base/keyed-id'
import type { CalendarDate, Instant } from '../../base/clock'
import type { Donor } from '../donors/donor'
import type { DonationKind } from '../donors/eligibility/donation-kind'

/** Blood that was given, on a coordinator's word: what a donor says alone sets a rest, and is no donation. */
export interface Donation {
  /** See `donationId`. */
  readonly id: string
  /** The contact who gave; registered as a donor or not. */
  readonly donorId: string
  readonly on: CalendarDate
  readonly kind: DonationKind
  readonly units: number
  readonly category: Donor['category']
  /** No earlier donation was known of when this one was recorded. */
  readonly firstTime: boolean
  /** Key or name of the licensed blood centre, as the camp or the request has it. */
  readonly bloodCentre: string
  readonly campId?: string
  readonly requestId?: string
  /** The coordinator's contact. */
  readonly recordedBy: string
  readonly at: Instant
}

/** Nobody gives twice on one day: who is recorded again for it, by whatever list, has one donation. */
export function donationId({ donorId, on }: Pick<Donation, 'donorId' | 'on'>): string {
  return keyedId(`donation ${donorId} ${on}`)
}
