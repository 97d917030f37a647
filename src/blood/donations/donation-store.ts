import type { CalendarDate } from '../../base/clock'
import type { Donation } from './donation'

/** Days of a calendar, both included. */
export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface DonationStore {
  /** Keeps the donation under its id; the one that is kept, which is an earlier one when there was one. */
  add(donation: Donation): Promise<Donation>
  get(id: string): Promise<Donation | undefined>
  /** What one person gave, the latest first. */
  ofDonor(donorId: string): Promise<readonly Donation[]>
  /** What was given on the days of the period, by day. */
  between(period: Period): Promise<readonly Donation[]>
  /** What was given at the camp, by day. */
  ofCamp(campId: string): Promise<readonly Donation[]>
}
