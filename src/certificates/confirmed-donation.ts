import type { CalendarDate } from '../base/clock'
import type { DonationKind } from '../blood/donors/eligibility/donation-kind'
import type { Localised } from '../blood/organisation/organisation'

/** A donation that a coordinator or the blood centre confirmed: only these earn a certificate. */
export interface ConfirmedDonation {
  readonly id: string
  readonly on: CalendarDate
  readonly kind: DonationKind
  readonly units: number
  readonly category: 'citizen' | 'police'
  /** The camp or blood centre. */
  readonly place: Localised
}

/** The confirmed donations of a contact, latest first. */
export type ConfirmedDonations = (contactId: string) => Promise<readonly ConfirmedDonation[]>
