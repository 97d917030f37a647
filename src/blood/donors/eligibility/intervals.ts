import { addDays, daysBetween } from '../../../base/calendar'
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

/** Whose rest is asked for. */
type Gave = Pick<Donor, 'sex'> & { readonly donations: readonly PastDonation[] }

interface Rest {
  readonly from: CalendarDate
  readonly days: number
}

/** The first day on which this kind may be given after these donations; nothing when there were none. */
export function restedOn(kind: DonationKind, gave: Gave): CalendarDate | undefined {
  return restsOf(kind, gave)
    .map(({ from, days }) => addDays(from, days))
    .sort()
    .at(-1)
}

/** For how many days this kind could have been given again: negative while resting, infinite without a donation. */
export function daysRested(kind: DonationKind, gave: Gave, today: CalendarDate): number {
  return Math.min(Infinity, ...restsOf(kind, gave).map(({ from, days }) => daysBetween(from, today) - days))
}

/** For each kind of donation the first day on which it may be given again. */
export function restedOnByKind(gave: Gave): { readonly [kind in DonationKind]?: CalendarDate } {
  const days = DONATION_KINDS.map((kind) => [kind, restedOn(kind, gave)] as const)
  return Object.fromEntries(days.filter(([, day]) => day !== undefined))
}

function restsOf(kind: DonationKind, { sex, donations }: Gave): readonly Rest[] {
  const rests = donations.map((one) => ({ from: one.on, days: daysAfter(one, kind, sex) }))
  return kind === 'whole_blood' ? rests : [...rests, ...fullTimes(donations)]
}

function daysAfter(donation: PastDonation, kind: DonationKind, sex: Donor['sex']): number {
  if (kind !== 'whole_blood')
    return donation.kind === 'whole_blood' ? APHERESIS_AFTER_WHOLE_BLOOD : APHERESIS_AFTER_APHERESIS
  if (donation.kind === 'whole_blood') return WHOLE_BLOOD_AFTER_WHOLE_BLOOD[sex]
  const { returned, notReturned } = WHOLE_BLOOD_AFTER_APHERESIS
  return donation.redCellsReturned === true ? returned : notReturned
}

/** A week, or year, in which apheresis was done as often as it may be. */
function fullTimes(donations: readonly PastDonation[]): readonly Rest[] {
  const latestFirst = donations
    .filter(({ kind }) => kind !== 'whole_blood')
    .map(({ on }) => on)
    .sort()
    .reverse()
  return APHERESIS_AT_MOST.flatMap(({ count, within }) => {
    const oldestThatCounts = latestFirst[count - 1]
    return oldestThatCounts === undefined ? [] : [{ from: oldestThatCounts, days: within }]
  })
}
