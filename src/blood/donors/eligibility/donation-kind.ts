import type { CalendarDate } from '../../../base/clock'

/** What a donor gives. What a patient needs is a `Component`: red cells are parted from whole blood at the centre. */
export const DONATION_KINDS = ['whole_blood', 'platelet_apheresis', 'plasma_apheresis'] as const
export type DonationKind = (typeof DONATION_KINDS)[number]

/** A donation that was made, told by the donor or confirmed. */
export interface PastDonation {
  readonly kind: DonationKind
  readonly on: CalendarDate
  /** After apheresis: whether the red cells were given back. Absent: not known, and the longer time is waited. */
  readonly redCellsReturned?: boolean
}
