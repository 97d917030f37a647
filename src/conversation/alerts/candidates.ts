import type { Channel } from '../../base/channel'
import { DAY, type Instant } from '../../base/clock'
import type { Alert } from '../../blood/alerts/alert'
import type { AlertCandidate } from '../../blood/alerts/alert-candidate'
import { candidateOf } from '../../blood/alerts/candidate-of'
import { takesPlace } from '../../blood/alerts/pledge'
import type { Donor } from '../../blood/donors/donor'
import type { Contact } from '../../contacts/contact'
import type { ActionDeps } from '../action/deps'

/** A pledge lasts no longer than this after its yes. */
const PLEDGE_LASTS = 14 * DAY

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
  const pledged = await pledgedOf(asked, now, deps)
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

/** Who said yes to a request, and holds a place there. */
async function pledgedOf(
  asked: readonly Alert[],
  now: Instant,
  { stores }: ActionDeps,
): Promise<ReadonlySet<string>> {
  const yes = asked.filter(({ answer }) => answer?.said === 'yes' && answer.at > now - PLEDGE_LASTS)
  const pledged = new Set<string>()
  for (const requestId of new Set(yes.map((alert) => alert.requestId))) {
    const places = await stores.places.get(requestId)
    const holders = places?.closed ? [] : (places?.pledges ?? [])
    for (const { donorId, state } of holders) if (takesPlace(state)) pledged.add(donorId)
  }
  return pledged
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
