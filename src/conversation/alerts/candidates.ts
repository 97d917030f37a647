import type { Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { Alert } from '../../blood/alerts/alert'
import type { AlertCandidate } from '../../blood/alerts/alert-candidate'
import { candidateOf } from '../../blood/alerts/candidate-of'
import { takesPlace } from '../../blood/alerts/pledge'
import type { Donor } from '../../blood/donors/donor'
import type { Contact } from '../../contacts/contact'
import type { ActionDeps } from '../action/deps'

/** The donors with everything that decides whether to ask them; who was joined to another meanwhile is left out. */
export async function candidatesOf(
  donors: readonly Donor[],
  now: Instant,
  deps: ActionDeps,
): Promise<readonly AlertCandidate[]> {
  const { contacts, alerts } = deps.stores
  const ids = donors.map(({ id }) => id)
  const [people, asked] = await Promise.all([contacts.many(ids), alerts.ofContacts(ids)])
  const contactOf = new Map(people.map((contact) => [contact.id, contact]))
  const alertsTo = new Map<string, Alert[]>(ids.map((id) => [id, []]))
  for (const alert of asked) alertsTo.get(alert.contactId)?.push(alert)
  const pledged = await pledgedOf(ids, deps)
  return donors.flatMap((donor) => {
    const contact = contactOf.get(donor.id)
    if (!contact) return []
    const { id, point } = donor
    const about = {
      alerts: alertsTo.get(id) ?? [],
      pledged: pledged.has(id),
      onHold: false,
      nightCalls: false,
      byHand: false,
      bridgeOf: [],
      relativeOf: [],
      ...(point && { point }),
    }
    return [candidateOf(donor, reachable(contact, donor, deps), { now, about })]
  })
}

/** Who holds a place of a request that is open, asked or not. */
async function pledgedOf(donorIds: readonly string[], { stores }: ActionDeps): Promise<ReadonlySet<string>> {
  const open = await stores.places.openOf(donorIds)
  const holders = open.flatMap(({ pledges }) => pledges.filter(({ state }) => takesPlace(state)))
  return new Set(holders.map(({ donorId }) => donorId))
}

/** The contact with its yes on those channels only by which an alert can reach it. */
function reachable(contact: Contact, { locale }: Donor, deps: ActionDeps): Contact {
  const consents = contact.consents.filter(({ channel }) => reaches(channel, contact, { locale, deps }))
  return { ...contact, consents }
}

/** By SMS only where the text of an alert is registered. */
function reaches(
  channel: Channel,
  { phone, whatsappUserId, locale }: Contact,
  about: { readonly locale: Donor['locale']; readonly deps: ActionDeps },
): boolean {
  const { senders, templates } = about.deps
  if (senders[channel] === undefined) return false
  if (channel === 'whatsapp') return (phone ?? whatsappUserId) !== undefined
  const its = locale ?? about.locale
  const registered = templates.some((one) => one.key === 'donor_alert' && one.locale === its && one.sms)
  return phone !== undefined && registered
}
