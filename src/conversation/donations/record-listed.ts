import type { Address } from '../../base/channel'
import { dateAt } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { Donation } from '../../blood/donations/donation'
import { recordDonation, type RecordedDonation } from '../../blood/donations/record-donation'
import type { Contact } from '../../contacts/contact'
import type { ActionContext } from '../action/action'
import type { ActionDeps } from '../action/deps'
import { tellContact } from '../action/messages'
import { shownCentre, askedRequest, pledgeOf } from '../pledge/asked-request'
import { freePlace, pledgedRequests } from './close-pledges'
import { giveForRequest } from './give-for-request'
import { pledgeMeant } from './pledge-meant'

/** One of a list, with the centre and the camp it was given at. */
export interface ListedAs {
  readonly written: string
  readonly phone?: Address
  readonly code?: string
  readonly digits?: string
  readonly bloodCentre?: string
  readonly campId?: string
  readonly on?: CalendarDate
  readonly kind?: Donation['kind']
  readonly category?: Donation['category']
}

type Turn = Pick<ActionContext, 'key' | 'now' | 'contactId'>

/** Records one donation of a list under the key; nothing when it names nobody who could be meant. */
export async function recordListed(
  listed: ListedAs,
  turn: Turn,
  deps: ActionDeps,
): Promise<RecordedDonation | undefined> {
  return listed.code === undefined ? byPhone(listed, turn, deps) : byCode(listed, turn, deps)
}

async function byCode(
  { code = '', digits = '', ...said }: ListedAs,
  turn: Turn,
  deps: ActionDeps,
): Promise<RecordedDonation | undefined> {
  const asked = await askedRequest(code, deps)
  const pledge =
    asked && (await pledgeMeant(asked, { digits: digits.replace(/^\+/u, ''), now: turn.now }, deps))
  return asked && pledge && giveForRequest({ ...said, asked, pledge }, turn, deps)
}

async function byPhone(
  { phone, bloodCentre, ...said }: ListedAs,
  turn: Turn,
  deps: ActionDeps,
): Promise<RecordedDonation | undefined> {
  if (phone === undefined || bloodCentre === undefined) return undefined
  const { key, now } = turn
  const { contact } = await deps.stores.contacts.resolve({ phone }, keyedId(`${key}#contact`), now)
  const donor = { ...said, bloodCentre, donorId: contact.id }
  const own = await forPledge(donor, turn, deps)
  // Thanked with the news of the request.
  if (own) return own
  const recorded = await recordGift(donor, turn, deps)
  if (recorded.fresh && recorded.donation.requestId === undefined)
    await thank(contact, recorded, { turn, deps })
  return recorded
}

interface Gift extends Omit<ListedAs, 'phone' | 'written'> {
  readonly donorId: string
  readonly bloodCentre: string
}

/**
 * Who had said yes to a request of the same centre has given for it; other places of theirs are free again, since they
 * rest now.
 */
async function forPledge(gift: Gift, turn: Turn, deps: ActionDeps): Promise<RecordedDonation | undefined> {
  const { donorId, bloodCentre } = gift
  const on = gift.on ?? dateAt(turn.now, deps.timeZone)
  let recorded: RecordedDonation | undefined
  for (const asked of await pledgedRequests(donorId, { on, now: turn.now }, deps)) {
    const pledge = pledgeOf(asked.places, donorId)
    const here = !recorded && pledge && asked.request.bloodCentre === bloodCentre
    if (here) recorded = await giveForRequest({ ...gift, on, asked, pledge }, turn, deps)
    if (!here || !recorded) await freePlace(asked, donorId, { ...turn, deps })
  }
  return recorded
}

function recordGift(gift: Gift, { key, now, contactId }: Turn, deps: ActionDeps): Promise<RecordedDonation> {
  const { donorId, bloodCentre, campId, category } = gift
  const { donations, donors } = deps.stores
  const today = dateAt(now, deps.timeZone)
  const { on = today, kind = 'whole_blood' } = gift
  return recordDonation(
    key,
    {
      ...{ donorId, on, kind, units: 1, bloodCentre, recordedBy: contactId, at: now },
      ...(campId !== undefined && { campId }),
      ...(category !== undefined && { category }),
    },
    { today, donations, donors },
  )
}

/** Who never said yes to anything hears nothing: a list of names is no consent. */
async function thank(
  { id: contactId, consents }: Contact,
  { donation, restUntil }: RecordedDonation,
  { turn, deps }: { readonly turn: Turn; readonly deps: ActionDeps },
): Promise<void> {
  if (consents.length === 0) return
  const values = { ...shownCentre(donation.bloodCentre, deps), until: restUntil ?? null }
  const message = { text: 'donor_gave', values }
  const id = keyedId(`thanks ${donation.id}`)
  await tellContact(contactId, { id, message, now: turn.now, purpose: 'certificate' }, deps)
}
