import type { CalendarDate } from '../../base/clock'
import type { Donor } from '../donors/donor'
import { restAfter } from '../donors/donor-rules'
import type { DonorStore } from '../donors/donor-store'
import { donationId, type Donation } from './donation'
import type { DonationStore } from './donation-store'

/** A donation as somebody confirms it; what is not said of the donor is as their registration has it. */
export type ConfirmedDonation = Omit<Donation, 'id' | 'category' | 'firstTime'> &
  Partial<Pick<Donation, 'category'>>

export interface RecordDonationDeps {
  readonly donations: DonationStore
  readonly donors: Pick<DonorStore, 'get' | 'rest'>
}

export interface RecordedDonation {
  readonly donation: Donation
  /** False: this person's donation of that day was recorded before, and stays as it was. */
  readonly fresh: boolean
  /** The first day on which whole blood may be given again; nothing when that is not known, or has come. */
  readonly restUntil?: CalendarDate
}

/**
 * Keeps a confirmed donation and lets a registered donor rest. Repeatable under the key: a second run finds its own
 * donation, and says what the first said.
 */
export async function recordDonation(
  key: string,
  { category, ...confirmed }: ConfirmedDonation,
  { today, donations, donors }: RecordDonationDeps & { readonly today: CalendarDate },
): Promise<RecordedDonation> {
  const { donorId, on, at, recordedBy } = confirmed
  const donor = await donors.get(donorId)
  const donation = await donations.add({
    ...confirmed,
    id: donationId(confirmed),
    category: category ?? donor?.category ?? 'citizen',
    firstTime: await isFirst({ donorId, on }, donor, donations),
  })
  const restUntil = await restUntilAfter(donation, { today, donations, donors })
  if (donor) await rest(`${key}#rest ${donorId}`, { donor, until: restUntil, on }, donors)
  return {
    donation,
    fresh: donation.at === at && donation.recordedBy === recordedBy,
    ...(restUntil !== undefined && { restUntil }),
  }
}

async function isFirst(
  { donorId, on }: Pick<Donation, 'donorId' | 'on'>,
  donor: Donor | undefined,
  donations: DonationStore,
): Promise<boolean> {
  const before = (await donations.ofDonor(donorId)).some((one) => one.on < on)
  return !before && (donor?.lastDonation === undefined || donor.lastDonation >= on)
}

/** Until when a registered donor rests who gives this too; nothing when that is not known, or has come. */
export async function restUntilAfter(
  { donorId, ...donation }: Pick<Donation, 'donorId' | 'on' | 'kind'>,
  { today, donations, donors }: RecordDonationDeps & { readonly today: CalendarDate },
): Promise<CalendarDate | undefined> {
  const donor = await donors.get(donorId)
  if (!donor) return undefined
  const given = [...(await donations.ofDonor(donorId)), donation]
  const until = latest([restAfter(given, donor.sex, today), donor.restUntil])
  return until !== undefined && until > today ? until : undefined
}

async function rest(
  key: string,
  {
    donor,
    until,
    on,
  }: { readonly donor: Donor; readonly until: CalendarDate | undefined; readonly on: CalendarDate },
  donors: RecordDonationDeps['donors'],
): Promise<void> {
  const last = latest([donor.lastDonation, on])
  await donors.rest(key, donor.id, {
    ...(last !== undefined && { lastDonation: last }),
    ...(until !== undefined && { restUntil: until }),
  })
}

function latest(days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
}
