import { Schema, type Connection } from 'mongoose'
import type { CertificateStore } from '../../certificates/certificate-store'
import { issued, type CertificateDocument } from '../transitions/certificate-document'
import { withoutRecord } from '../transitions/effect-record'
import { EFFECT_FIELDS, effectCodec, TODO_INDEX } from './effect-fields'
import { mongoCollection, type MongoCollection } from './mongo-collection'

const FIELDS = {
  ...EFFECT_FIELDS,
  donationId: { type: String, required: true },
  contactId: { type: String, required: true },
  name: { type: String, required: true },
  on: { type: String, required: true },
  kind: { type: String, required: true },
  units: { type: Number, required: true },
  category: { type: String, required: true },
  /** By language. */
  place: { type: Schema.Types.Mixed, required: true },
  issuedAt: { type: Number, required: true },
} as const

export type MongoCertificates = MongoCollection<CertificateDocument>

export function mongoCertificates(connection: Connection): MongoCertificates {
  return mongoCollection<CertificateDocument>(connection, {
    name: 'certificates',
    fields: FIELDS,
    codec: effectCodec<CertificateDocument>(),
    indexes: [TODO_INDEX, { keys: { contactId: 1, on: 1, _id: 1 } }],
  })
}

/** Certificates in MongoDB. */
export function mongoCertificateStore(certificates: MongoCertificates): CertificateStore {
  return {
    issue: async (key, certificate, todo) => {
      const effect = { key, certificate, todo }
      if (await certificates.insert(issued(undefined, effect))) return certificate
      const now = await certificates.change(certificate.id, (stored) => issued(stored, effect))
      if (!now) throw new Error('The certificate was deleted while it was issued.')
      return withoutRecord(now)
    },
    get: async (serial) => {
      const stored = await certificates.find(serial)
      return stored && withoutRecord(stored)
    },
    ofContact: async (contactId) => {
      const found = await certificates.list({ contactId }, { on: 1, _id: 1 })
      return [...found].reverse().map(withoutRecord)
    },
  }
}
