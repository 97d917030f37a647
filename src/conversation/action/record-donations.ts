import { z } from 'zod'
import { dateAt } from '../../base/calendar'
import { keyedId } from '../../base/keyed-id'
import { heldCampsByCode } from '../../blood/camps/camp-code'
import type { Camp } from '../../blood/camps/camp'
import { DONATION_KINDS } from '../../blood/donors/eligibility/donation-kind'
import type { RecordedDonation } from '../../blood/donations/record-donation'
import { listedCodes, readDonationList, type ListedDonor } from '../donations/read-donation-list'
import { recordListed, type ListedAs } from '../donations/record-listed'
import type { Json } from '../turn/conversation'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { centreNamed } from '../donations/centre-named'
import { isCoordinator } from './is-coordinator'
import { shownCamps } from '../donations/shown-camps'
import { shownAmounts } from '../donations/shown-figures'

const args = z.object({
  /** The list, as it was written. */
  text: z.string().nullish(),
})

/**
 * A coordinator's list of who gave, at a camp or a centre: every one is recorded once for the day, whoever is not known is
 * known by phone only from then on, without any consent and without a message. What could not be read is given back.
 */
export function recordDonations(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'record_donations',
    type: 'effect',
    args,
    reasons: ['nothing', 'no_centre', 'not_coordinator'],
    perform: async ({ text }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const { stores, timeZone } = deps
      const { now, locale } = context
      const camps = await heldCampsByCode(stores.camps, dateAt(now, timeZone))
      const requests = await knownRequests(text ?? '', deps)
      const options = { now, timeZone, locale, camps: new Set(camps.keys()), requests }
      const { donors, unread } = readDonationList(text ?? '', options)
      if (donors.length === 0 && unread.length === 0)
        return { ok: false, reason: 'nothing', values: { camps: shownCamps(camps, locale) } }
      const list = donors.map((donor) => placed(donor, { camps, deps }))
      if (list.some(({ code, bloodCentre }) => code === undefined && bloodCentre === undefined))
        return { ok: false, reason: 'no_centre', values: { camps: shownCamps(camps, locale) } }
      return { ok: true, values: await recordAll(list, unread, { context, deps }) }
    },
  }
}

async function knownRequests(text: string, { stores }: ActionDeps): Promise<ReadonlySet<string>> {
  const codes = listedCodes(text)
  const found = await Promise.all(codes.map((code) => stores.requests.byCode(code)))
  return new Set(codes.filter((_code, at) => found[at] !== undefined))
}

/** With the centre and the day of its camp, where it names one. */
function placed(
  { place, camp: code, ...donor }: ListedDonor,
  { camps, deps }: { readonly camps: ReadonlyMap<string, Camp>; readonly deps: ActionDeps },
): ListedAs {
  const camp = code === undefined ? undefined : camps.get(code)
  const bloodCentre = camp?.bloodCentre ?? (place === undefined ? undefined : centreNamed(place, deps))
  const on = donor.on ?? camp?.date
  return {
    ...donor,
    ...(camp && { campId: camp.id }),
    ...(bloodCentre !== undefined && { bloodCentre }),
    ...(on !== undefined && { on }),
  }
}

async function recordAll(
  list: readonly ListedAs[],
  unread: readonly string[],
  { context, deps }: { readonly context: ActionContext; readonly deps: ActionDeps },
): Promise<{ readonly [name: string]: Json }> {
  const recorded: RecordedDonation[] = []
  const notFound: string[] = []
  for (const listed of list) {
    const key = `${context.key}#${keyedId(listed.written + (listed.phone ?? ''))}`
    const done = await recordListed(listed, { ...context, key }, deps)
    if (done) recorded.push(done)
    else notFound.push(listed.written)
  }
  return shown(recorded, [...unread, ...notFound])
}

/** Figures of what was recorded, and under `was` what there is to say. */
function shown(
  all: readonly RecordedDonation[],
  unread: readonly string[],
): { readonly [name: string]: Json } {
  const once = [...new Map(all.map((one) => [one.donation.id, one])).values()]
  const fresh = once.filter((one) => one.fresh).map(({ donation }) => donation)
  const units = (of: (donation: RecordedDonation['donation']) => boolean): number => fresh.filter(of).length
  const known = once.length - fresh.length
  return {
    count: fresh.length,
    kinds: shownAmounts(DONATION_KINDS.map((kind) => [kind, units((one) => one.kind === kind)])),
    who: shownAmounts(
      (['citizen', 'police'] as const).map((who) => [who, units(({ category }) => category === who)]),
    ),
    known,
    unread,
    was: { recorded: fresh.length > 0, known: known > 0, unread: unread.length > 0 },
  }
}
