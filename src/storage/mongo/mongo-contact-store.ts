import { trusted } from 'mongoose'
import type { Instant } from '../../base/clock'
import type { Contact } from '../../contacts/contact'
import type { ContactStore } from '../../contacts/contact-store'
import type { SenderAddresses } from '../../base/channel'
import { changeContact } from '../transitions/change-contact'
import { addressesOf, contactOf, reachedAt, type ContactDocument } from '../transitions/join-contacts'
import type { AddressDocument, MongoContactCollections } from './mongo-contact-collections'
import type { MongoCollection } from './mongo-collection'
import { mongoContactJoins, type MongoContactJoins } from './mongo-contact-joins'

/** Contacts and their addresses in MongoDB. */
export function mongoContactStore(collections: MongoContactCollections): ContactStore {
  const { addresses } = collections
  const joins = mongoContactJoins(collections)
  return {
    resolve: async (from, newContactId, now) => {
      const found =
        (await known(collections, from)) ?? (await settle(collections, joins, { from, newContactId, now }))
      const joined = found.joining?.[0]
      return { contact: contactOf(found), ...(joined !== undefined && { joined }) }
    },
    get: async (id) => publicContact(await joins.staying(id)),
    change: async (id, change) => {
      const changed = await joins.changeStaying(id, (contact) => changeContact(contact, change))
      return changed !== undefined
    },
    find: async (address) => {
      const pointer = await addresses.find(address)
      return pointer && publicContact(await joins.staying(pointer.contactId))
    },
  }
}

function publicContact(document: ContactDocument | undefined): Contact | undefined {
  return document && contactOf(document)
}

/**
 * The contact whom every given address leads to and who is known to be reached there; nothing when something
 * is to be written.
 */
async function known(
  { contacts, addresses }: MongoContactCollections,
  from: SenderAddresses,
): Promise<ContactDocument | undefined> {
  const ids = addressesOf(from)
  const pointers = await addresses.list({ _id: trusted({ $in: ids }) }, {})
  const owner = pointers[0]?.contactId
  if (owner === undefined || pointers.length < ids.length) return undefined
  if (pointers.some(({ contactId }) => contactId !== owner)) return undefined
  const contact = await contacts.find(owner)
  if (!contact || contact.joinedInto !== undefined) return undefined
  return reachedAt(contact, from) === contact ? contact : undefined
}

interface Arrival {
  readonly from: SenderAddresses
  readonly newContactId: string
  readonly now: Instant
}

/**
 * Points the addresses, creates and joins until they lead to one contact. Every step may be repeated and
 * interrupted.
 */
async function settle(
  collections: MongoContactCollections,
  joins: MongoContactJoins,
  arrival: Arrival,
): Promise<ContactDocument> {
  for (;;) {
    const pointed = await pointAddresses(collections, arrival)
    const begun = pointed.filter((contact) => contact.joinedInto !== undefined)
    for (const contact of begun) await joins.finish(contact)
    if (begun.length > 0) continue
    const [one, other] = pointed
    if (one && other && one.id !== other.id) await joins.begin(one, other)
    else if (one) {
      const reached = await collections.contacts.change(one.id, (contact) =>
        contact.joinedInto === undefined ? reachedAt(contact, arrival.from) : undefined,
      )
      if (reached) return reached
    }
  }
}

/**
 * The contacts that the addresses lead to as they are stored; addresses nobody had lead to the first of them.
 */
async function pointAddresses(
  { contacts, addresses }: MongoContactCollections,
  { from, newContactId, now }: Arrival,
): Promise<readonly ContactDocument[]> {
  const ids = addressesOf(from)
  const pointers = await addresses.list({ _id: trusted({ $in: ids }) }, {})
  let owner = pointers[0]?.contactId ?? newContactId
  const pointed: ContactDocument[] = []
  for (const id of ids) {
    owner = await point(addresses, { id, contactId: owner })
    const stored = await contacts.find(owner)
    const fresh = { id: owner, createdAt: now, newsDespiteOptOut: [], consents: [] }
    if (!stored) await contacts.insert(fresh)
    pointed.push(stored ?? (await contacts.find(owner)) ?? fresh)
  }
  return pointed
}

/** Points the address unless somebody has; the contact it leads to either way. */
async function point(addresses: MongoCollection<AddressDocument>, wanted: AddressDocument): Promise<string> {
  if (await addresses.insert(wanted)) return wanted.contactId
  const found = await addresses.find(wanted.id)
  return found ? found.contactId : point(addresses, wanted)
}
