import { trusted } from 'mongoose'
import type { Instant } from '../../base/clock'
import type { Contact } from '../../contacts/contact'
import type { ContactStore } from '../../contacts/contact-store'
import type { SenderAddresses } from '../../base/channel'
import { changeContact } from '../transitions/change-contact'
import { addressesOf, contactOf, reachedAt, type ContactDocument } from '../transitions/join-contacts'
import { leftContact } from '../transitions/leave-contact'
import type { AddressDocument, MongoContactCollections } from './mongo-contact-collections'
import type { MongoCollection } from './mongo-collection'
import { mongoContactJoins, type MongoContactJoins } from './mongo-contact-joins'

/** Contacts and their addresses in MongoDB. */
export function mongoContactStore(collections: MongoContactCollections): ContactStore {
  const { addresses } = collections
  const joins = mongoContactJoins(collections)
  return {
    resolve: async (from, newContactId, now) => {
      const pointers = await pointersOf(addresses, from)
      const arrival = { from, newContactId, now, pointers }
      const found = (await known(collections, arrival)) ?? (await settle(collections, joins, arrival))
      const joined = found.joining?.[0]
      return { contact: contactOf(found), ...(joined !== undefined && { joined }) }
    },
    get: async (id) => publicContact(await joins.staying(id)),
    many: async (ids) => {
      const found = await collections.contacts.list({ _id: trusted({ $in: [...ids] }) }, { _id: 1 })
      return found.filter(({ joinedInto }) => joinedInto === undefined).map(contactOf)
    },
    change: async (id, change) => {
      const changed = await joins.changeStaying(id, (contact) => changeContact(contact, change))
      return changed !== undefined
    },
    leave: async (id, by) => {
      const contact = await joins.staying(id)
      const left = contact && leftContact(contact, by)
      if (!left) return
      // The former record first: what it keeps must not be lost between the two.
      await collections.contacts.insert(left.former)
      await joins.changeStaying(id, (one) => leftContact(one, by)?.goesOn ?? one)
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

interface Arrival {
  readonly from: SenderAddresses
  readonly newContactId: string
  readonly now: Instant
  /** Where those of the addresses that somebody had lead to. */
  readonly pointers: readonly AddressDocument[]
}

function pointersOf(
  addresses: MongoCollection<AddressDocument>,
  from: SenderAddresses,
): Promise<readonly AddressDocument[]> {
  return addresses.list({ _id: trusted({ $in: addressesOf(from) }) }, {})
}

/**
 * The contact whom every given address leads to and who is known to be reached there; nothing when something
 * is to be written.
 */
async function known(
  { contacts }: MongoContactCollections,
  { from, pointers }: Arrival,
): Promise<ContactDocument | undefined> {
  const owner = pointers[0]?.contactId
  if (owner === undefined || pointers.length < addressesOf(from).length) return undefined
  if (pointers.some(({ contactId }) => contactId !== owner)) return undefined
  const contact = await contacts.find(owner)
  return contact && isReachedAt(contact, from) ? contact : undefined
}

function isReachedAt(contact: ContactDocument, from: SenderAddresses): boolean {
  return contact.joinedInto === undefined && reachedAt(contact, from) === contact
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
  const { from } = arrival
  for (let now = arrival; ; now = { ...arrival, pointers: await pointersOf(collections.addresses, from) }) {
    const pointed = await pointAddresses(collections, now)
    const begun = pointed.filter((contact) => contact.joinedInto !== undefined)
    for (const contact of begun) await joins.finish(contact)
    if (begun.length > 0) continue
    const [one, other] = pointed
    if (one && other && one.id !== other.id) await joins.begin(one, other)
    else if (one && isReachedAt(one, from)) return one
    else if (one) {
      const reached = await collections.contacts.change(one.id, (contact) =>
        contact.joinedInto === undefined ? reachedAt(contact, from) : undefined,
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
  arrival: Arrival,
): Promise<readonly ContactDocument[]> {
  const { from, newContactId, pointers } = arrival
  let owner = pointers[0]?.contactId ?? newContactId
  const pointed: ContactDocument[] = []
  for (const id of addressesOf(from)) {
    const pointer = pointers.find((one) => one.id === id)
    owner = pointer?.contactId ?? (await point(addresses, { id, contactId: owner }))
    const before = pointed.find((contact) => contact.id === owner)
    pointed.push(before ?? (await contactAt(contacts, owner, arrival)))
  }
  return pointed
}

/** The contact as stored, or created when there is none. An id made for this arrival need not be looked for. */
async function contactAt(
  contacts: MongoCollection<ContactDocument>,
  id: string,
  { from, newContactId, now }: Arrival,
): Promise<ContactDocument> {
  const stored = id === newContactId ? undefined : await contacts.find(id)
  if (stored) return stored
  const fresh = reachedAt({ id, createdAt: now, newsDespiteOptOut: [], consents: [] }, from)
  return (await contacts.insert(fresh)) ? fresh : ((await contacts.find(id)) ?? fresh)
}

/** Points the address unless somebody has; the contact it leads to either way. */
async function point(addresses: MongoCollection<AddressDocument>, wanted: AddressDocument): Promise<string> {
  if (await addresses.insert(wanted)) return wanted.contactId
  const found = await addresses.find(wanted.id)
  return found ? found.contactId : point(addresses, wanted)
}
