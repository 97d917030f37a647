import type { SenderAddresses } from '../../base/channel'
import type { Contact } from '../../contacts/contact'
import { changeContact } from './change-contact'
import { without } from './without'

/** A contact as it is stored. */
export interface ContactDocument extends Contact {
  /** This contact was joined to that one and holds nothing of its own any more. */
  readonly joinedInto?: string
  /** Contacts joined to this one whose conversations have not been moved yet. */
  readonly joining?: readonly string[]
}

/** The domain's own part of a stored contact. */
export function contactOf(document: ContactDocument): Contact {
  return without(document, 'joinedInto', 'joining')
}

/** Which of two contacts stays: the older; of two of the same moment the one every process would pick. */
export function olderFirst<T extends Contact>(one: T, other: T): readonly [older: T, newer: T] {
  const oneStays = one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id)
  return oneStays ? [one, other] : [other, one]
}

/**
 * The older contact with what the newer one said added. An opt-out of either holds for both: being silent to
 * somebody who may be written to is the smaller wrong.
 */
export function joinContacts(older: ContactDocument, newer: ContactDocument): ContactDocument {
  const consented = newer.consents.reduce<ContactDocument>(
    (contact, consent) => changeContact(contact, { set: 'consent', consent }),
    older,
  )
  const locale = older.locale ?? newer.locale
  const optOut = older.optOut ?? newer.optOut
  return {
    ...consented,
    ...(locale !== undefined && { locale }),
    ...(optOut && { optOut }),
    newsDespiteOptOut: [...new Set([...older.newsDespiteOptOut, ...newer.newsDespiteOptOut])],
    joining: [...new Set([...(older.joining ?? []), newer.id, ...(newer.joining ?? [])])],
  }
}

/** What remains of the newer contact: a pointer for documents that still name it. */
export function tombstoneOf(newer: ContactDocument, olderId: string): ContactDocument {
  return {
    id: newer.id,
    createdAt: newer.createdAt,
    newsDespiteOptOut: [],
    consents: [],
    joinedInto: olderId,
  }
}

/** The contact once the conversations of a joined one have been moved. */
export function withoutJoining(document: ContactDocument, joinedId: string): ContactDocument {
  const { joining = [], ...rest } = document
  const left = joining.filter((id) => id !== joinedId)
  return left.length > 0 ? { ...rest, joining: left } : rest
}

/** The contact with the addresses it was last reached at; the same object when they are known. */
export function reachedAt<T extends Contact>(contact: T, from: SenderAddresses): T {
  const { phone = contact.phone, whatsappUserId = contact.whatsappUserId } = from
  if (phone === contact.phone && whatsappUserId === contact.whatsappUserId) return contact
  return {
    ...contact,
    ...(phone !== undefined && { phone }),
    ...(whatsappUserId !== undefined && { whatsappUserId }),
  }
}

/** The addresses that were given, phone first. */
export function addressesOf(from: SenderAddresses): readonly string[] {
  return [from.phone, from.whatsappUserId].filter((address) => address !== undefined)
}
