import type { CalendarDate, Instant } from '../base/clock'
import type { ConfirmedDonation } from './confirmed-donation'

/** A certificate of appreciation (प्रशस्ति पत्र): one for each confirmed donation, with the donation as it was then. */
export interface Certificate {
  /** The serial number, without hyphens. */
  readonly id: string
  readonly donationId: string
  readonly contactId: string
  /** As the donor wrote it. */
  readonly name: string
  readonly on: CalendarDate
  readonly kind: ConfirmedDonation['kind']
  readonly units: number
  readonly category: ConfirmedDonation['category']
  /** The camp or blood centre. */
  readonly place: ConfirmedDonation['place']
  readonly issuedAt: Instant
}
