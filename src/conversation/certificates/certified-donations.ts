import type { Locale } from '../../base/locale'
import type { CampStore } from '../../blood/camps/camp-store'
import type { Donation } from '../../blood/donations/donation'
import type { DonationStore } from '../../blood/donations/donation-store'
import type { Localised, Organisation } from '../../blood/organisation/organisation'
import type { CertifiedDonation } from '../../certificates/certificate'
import type { Texts } from '../text/texts'

/** Camps of one day, at most: a city has fewer. */
const CAMPS_OF_A_DAY = 50

export interface CertifiedDonationsDeps {
  readonly stores: { readonly donations: Pick<DonationStore, 'ofDonor'>; readonly camps: CampStore }
  readonly texts: Texts
  readonly organisation: Organisation
}

/** What a person gave, on a coordinator's word, as certificates tell of it: the latest first. `locale` is the person's. */
export async function certifiedDonations(
  contactId: string,
  locale: Locale,
  deps: CertifiedDonationsDeps,
): Promise<readonly CertifiedDonation[]> {
  const given = await deps.stores.donations.ofDonor(contactId)
  return Promise.all(
    given.map(async (donation) => {
      const { id: donationId, on, kind, units, category } = donation
      return { donationId, on, kind, units, category, place: await placeOf(donation, locale, deps) }
    }),
  )
}

async function placeOf(
  { on, campId, bloodCentre }: Donation,
  locale: Locale,
  { stores, texts, organisation }: CertifiedDonationsDeps,
): Promise<Localised> {
  const camps = campId === undefined ? [] : await stores.camps.from(on, CAMPS_OF_A_DAY)
  const camp = camps.find(({ id }) => id === campId)
  if (camp) return camp.place
  const key = `places:${bloodCentre}`
  const named = [...organisation.certificate.languages, locale]
    .filter((one) => texts.has(key, one))
    .map((one) => [one, texts.text(key, { locale: one, channel: 'whatsapp', values: {} })] as const)
  return { en: bloodCentre, ...Object.fromEntries(named) }
}
