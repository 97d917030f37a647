import type { Instant } from '../base/clock'
import type { Donation } from '../blood/donations/donation'
import type { Localised } from '../blood/organisation/organisation'

/** A donation as a certificate tells of it. */
export interface CertifiedDonation extends Pick<Donation, 'on' | 'kind' | 'units' | 'category'> {
  readonly donationId: string
  /** The camp or blood centre. */
  readonly place: Localised
}

/** A certificate of appreciation (प्रशस्ति पत्र): one for each confirmed donation, with the donation as it was then. */
export interface Certificate extends CertifiedDonation {
  /** The serial number, without hyphens. */
  readonly id: string
  readonly contactId: string
  /** As the donor wrote it. */
  readonly name: string
  readonly issuedAt: Instant
}
