import type { Instant } from '../../base/clock'
import type { Contact } from '../../contacts/contact'
import type { ContactStore } from '../../contacts/contact-store'
import type { SenderAddresses } from '../../base/channel'
import { changeContact } from '../transitions/change-contact'
import {
  addressesOf,
  contactOf,
  joinContacts,
  olderFirst,
  reachedAt,
  tombstoneOf,
  type ContactDocument,
} from '../transitions/join-contacts'
import { leftContact } from '../transitions/leave-contact'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'

/** Contacts and their addresses in LMDB. A known person is found by reading alone. */
export function embeddedContactStore(db: EmbeddedDatabase): ContactStore {
  return {
    resolve: async (from, newContactId, now) => {
      const contact = known(db, from) ?? (await db.write(() => resolve(db, from, { newContactId, now })))
      const joined = contact.joining?.[0]
      return { contact: contactOf(contact), ...(joined !== undefined && { joined }) }
    },
    get: async (id) => publicContact(staying(db, id)),
    many: async (ids) =>
      findAll(db.contacts, ids)
        .filter(({ joinedInto }) => joinedInto === undefined)
        .map(contactOf),
    change: (id, change) =>
      db.write(() => {
        const contact = staying(db, id)
        if (!contact) return false
        const changed = changeContact(contact, change)
        if (changed !== contact) db.contacts.putSync(contact.id, changed)
        return true
      }),
    leave: (id, by) =>
      db.write(() => {
        const contact = staying(db, id)
        const left = contact && leftContact(contact, by)
        if (!left) return
        db.contacts.putSync(left.former.id, left.former)
        db.contacts.putSync(left.goesOn.id, left.goesOn)
      }),
    find: async (address) => publicContact(atAddress(db, address)),
  }
}

function publicContact(document: ContactDocument | undefined): Contact | undefined {
  return document && contactOf(document)
}

/** The contact, or the one it was joined to. */
function staying(db: EmbeddedDatabase, id: string): ContactDocument | undefined {
  const contact = find(db.contacts, id)
  return contact?.joinedInto === undefined ? contact : staying(db, contact.joinedInto)
}

function atAddress(db: EmbeddedDatabase, address: string): ContactDocument | undefined {
  const pointer = find(db.addresses, address)
  return pointer && staying(db, pointer.contactId)
}

/**
 * The contact whom every given address leads to and who is known to be reached there; nothing when something
 * is to be written.
 */
function known(db: EmbeddedDatabase, from: SenderAddresses): ContactDocument | undefined {
  const [first, ...others] = addressesOf(from).map((address) => atAddress(db, address))
  if (!first || others.some((other) => other?.id !== first.id)) return undefined
  return reachedAt(first, from) === first ? first : undefined
}

/** Finds, creates, joins and points addresses, inside a transaction. */
function resolve(
  db: EmbeddedDatabase,
  from: SenderAddresses,
  created: { readonly newContactId: string; readonly now: Instant },
): ContactDocument {
  const addresses = addressesOf(from)
  const found = addresses.map((address) => atAddress(db, address)).filter((contact) => contact !== undefined)
  const [one, other] = found
  const contact = one && other && one.id !== other.id ? join(db, one, other) : (one ?? newContact(created))
  const reached = reachedAt(contact, from)
  db.contacts.putSync(reached.id, reached)
  for (const address of addresses) db.addresses.putSync(address, { contactId: reached.id })
  return reached
}

function newContact({
  newContactId,
  now,
}: {
  readonly newContactId: string
  readonly now: Instant
}): ContactDocument {
  return { id: newContactId, createdAt: now, newsDespiteOptOut: [], consents: [] }
}

function join(db: EmbeddedDatabase, one: ContactDocument, other: ContactDocument): ContactDocument {
  const [older, newer] = olderFirst(one, other)
  db.contacts.putSync(newer.id, tombstoneOf(newer, older.id))
  return joinContacts(older, newer)
}
