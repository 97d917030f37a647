import { Schema, type Connection } from 'mongoose'
import type { ContactDocument } from '../transitions/join-contacts'
import { mongoCollection, type MongoCollection } from './mongo-collection'

const plain = { _id: false, id: false } as const
const optOut = new Schema({ at: Number, sid: String, channel: String, toldBy: String }, plain)
const consent = new Schema(
  {
    purpose: String,
    channel: String,
    noticeVersion: String,
    locale: String,
    at: Number,
    sid: String,
    patientId: String,
    spokenTo: String,
  },
  plain,
)

/** Which contact an address leads to. The address is the id: nobody can have it twice. */
export interface AddressDocument {
  readonly id: string
  readonly contactId: string
}

export interface MongoContactCollections {
  readonly contacts: MongoCollection<ContactDocument>
  readonly addresses: MongoCollection<AddressDocument>
}

/** Contacts and their addresses. */
export function mongoContactCollections(connection: Connection): MongoContactCollections {
  return {
    contacts: mongoCollection<ContactDocument>(connection, {
      name: 'contacts',
      fields: {
        createdAt: { type: Number, required: true },
        phone: String,
        whatsappUserId: String,
        locale: String,
        optOut,
        newsDespiteOptOut: { type: [String], required: true },
        consents: { type: [consent], required: true },
        joinedInto: String,
        joining: { type: [String], default: undefined },
      },
    }),
    addresses: mongoCollection<AddressDocument>(connection, {
      name: 'addresses',
      fields: { contactId: { type: String, required: true } },
      indexes: [{ keys: { contactId: 1 } }],
    }),
  }
}
