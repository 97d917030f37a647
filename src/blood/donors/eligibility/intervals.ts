import { addDays } from '../../../base/calendar'
import type { CalendarDate } from '../../../base/clock'
import type { Donor } from '../donor'
import { DONATION_KINDS, type DonationKind, type PastDonation } from './donation-kind'

// All from G.S.R. 166(E) of 2020, item 4.

/** Days from one whole-blood donation to the next; whose sex is not known waits the longer time. */
const WHOLE_BLOOD_AFTER_WHOLE_BLOOD = { male: 90, female: 120, other: 120 } as const
/** The gazette says so of platelets; for plasma, where it is silent, the same is the safe side. */
const APHERESIS_AFTER_WHOLE_BLOOD = 28
const WHOLE_BLOOD_AFTER_APHERESIS = { returned: 28, notReturned: 90 } as const
/** 48 hours, as days that are safe whatever the time of day. */
const APHERESIS_AFTER_APHERESIS = 2
/** Further limits of apheresis: so many within so many days. */
const APHERESIS_AT_MOST = [
  { count: 2, within: 7 },
  { count: 24, within: 365 },
] as const

/** The first day on which this kind may be given after these donations; nothing when there were none. */
export function restedOn(
  kind: DonationKind,
  sex: Donor['sex'],
  donations: readonly PastDonation[],
): CalendarDate | undefined {
  const days = donations.map((donation) => addDays(donation.on, daysAfter(donation, kind, sex)))
  if (kind !== 'whole_blood') days.push(...afterMost(donations))
  return days.sort().at(-1)
}

/** For each kind of donation the first day on which it may be given again. */
export function restedOnByKind(
  sex: Donor['sex'],
  donations: readonly PastDonation[],
): { readonly [kind in DonationKind]?: CalendarDate } {
  const days = DONATION_KINDS.map((kind) => [kind, restedOn(kind, sex, donations)] as const)
  return Object.fromEntries(days.filter(([, day]) => day !== undefined))
}

function daysAfter(donation: PastDonation, kind: DonationKind, sex: Donor['sex']): number {
  if (kind !== 'whole_blood')
    return donation.kind === 'whole_blood' ? APHERESIS_AFTER_WHOLE_BLOOD : APHERESIS_AFTER_APHERESIS
  if (donation.kind === 'whole_blood') return WHOLE_BLOOD_AFTER_WHOLE_BLOOD[sex]
  const { returned, notReturned } = WHOLE_BLOOD_AFTER_APHERESIS
  return donation.redCellsReturned === true ? returned : notReturned
}

/** The days on which a full week, or year, of apheresis has room again. */
function afterMost(donations: readonly PastDonation[]): readonly CalendarDate[] {
  const latestFirst = donations
    .filter(({ kind }) => kind !== 'whole_blood')
    .map(({ on }) => on)
    .sort()
    .reverse()
  return APHERESIS_AT_MOST.flatMap(({ count, within }) => {
    const oldestThatCounts = latestFirst[count - 1]
    return oldestThatCounts === undefined ? [] : [addDays(oldestThatCounts, within)]
  })
}
