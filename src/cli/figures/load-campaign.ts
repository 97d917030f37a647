import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { isDate } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import type { CampStore } from '../../blood/camps/camp-store'
import { donationId } from '../../blood/donations/donation'
import type { DonationStore, Period } from '../../blood/donations/donation-store'
import { DONATION_KINDS } from '../../blood/donors/eligibility/donation-kind'

const day = z.string().refine(isDate, 'give a day, such as "2021-04-25"')
const words = z.record(z.string(), z.string())

const campaign = z.strictObject({
  from: day,
  to: day,
  blood_centre: z.string(),
  camps: z.array(
    z.strictObject({
      id: z.string(),
      name: words,
      place: words,
      date: day,
      from: z.string(),
      until: z.string(),
    }),
  ),
  /** `count` donations of people who gave once each. */
  donations: z.array(
    z.strictObject({
      on: day,
      camp: z.string().optional(),
      kind: z.enum(DONATION_KINDS),
      category: z.enum(['citizen', 'police']),
      first_time: z.boolean(),
      count: z.number().int().min(1),
    }),
  ),
})

/** A sample campaign: camps, and donations of people without names. */
export type Campaign = z.infer<typeof campaign>

/** Reads a file of `demo/`. Throws what is wrong in it. */
export function readCampaign(file: string): Campaign {
  return campaign.parse(parse(readFileSync(file, 'utf8')))
}

/** Puts the campaign into the stores, as if it had been recorded; again it changes nothing. Its days. */
export async function loadCampaign(
  { from, to, blood_centre: bloodCentre, camps, donations }: Campaign,
  stores: { readonly camps: CampStore; readonly donations: DonationStore },
  at: Instant,
): Promise<Period> {
  for (const camp of camps) await stores.camps.put({ ...camp, bloodCentre })
  let nth = 0
  for (const { camp, count, on, kind, category, first_time: firstTime } of donations) {
    for (let one = 0; one < count; one++) {
      const donor = { donorId: `demo-donor-${++nth}`, on }
      await stores.donations.add({
        ...donor,
        ...{ id: donationId(donor), kind, units: 1, category, firstTime, bloodCentre },
        ...(camp !== undefined && { campId: camp }),
        ...{ recordedBy: 'demo', at },
      })
    }
  }
  return { from, to }
}
