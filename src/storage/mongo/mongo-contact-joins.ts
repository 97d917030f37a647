import { joinContacts, olderFirst, tombstoneOf, type ContactDocument } from '../transitions/join-contacts'
import type { MongoContactCollections } from './mongo-contact-collections'

/** Contacts of which some were joined to others. */
export interface MongoContactJoins {
  /** The contact, or the one it was joined to. */
  staying(id: string): Promise<ContactDocument | undefined>
  /** Changes the contact, or the one it was joined to; nothing when there is none. */
  changeStaying(
    id: string,
    to: (contact: ContactDocument) => ContactDocument,
  ): Promise<ContactDocument | undefined>
  /** Begins to join two contacts; `finish` does the rest. Whoever finds it begun finishes it. */
  begin(one: ContactDocument, other: ContactDocument): Promise<void>
  finish(joined: ContactDocument): Promise<void>
}

/**
 * Joining touches several documents, so every step may be the last before a crash and every step is
 * repeatable: first the newer contact is marked, from when on changes go to the older; then the older gets
 * what the newer said; then the newer is emptied and its addresses lead to the older. Marks always lead to an
 * older contact, so they never go in circles.
 */
export function mongoContactJoins({ contacts, addresses }: MongoContactCollections): MongoContactJoins {
  const staying = async (id: string): Promise<ContactDocument | undefined> => {
    const contact = await contacts.find(id)
    return contact?.joinedInto === undefined ? contact : staying(contact.joinedInto)
  }

  const changeStaying: MongoContactJoins['changeStaying'] = async (id, to) => {
    let movedTo: string | undefined
    const changed = await contacts.change(id, (contact) => {
      movedTo = contact.joinedInto
      return movedTo === undefined ? to(contact) : undefined
    })
    return movedTo === undefined ? changed : changeStaying(movedTo, to)
  }

  return {
    staying,
    changeStaying,
    begin: async (one, other) => {
      const [older, newer] = olderFirst(one, other)
      await contacts.change(newer.id, (contact) =>
        contact.joinedInto === undefined ? { ...contact, joinedInto: older.id } : contact,
      )
    },
    finish: async (joined) => {
      const { id, joinedInto } = joined
      if (joinedInto === undefined) return
      await changeStaying(joinedInto, (older) => joinContacts(older, joined))
      await contacts.change(id, (contact) => tombstoneOf(contact, joinedInto))
      await addresses.model.updateMany({ contactId: id }, { $set: { contactId: joinedInto } })
    },
  }
}
