import { Schema, trusted, type Connection } from 'mongoose'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { BloodRequestStore } from '../../blood/requests/blood-request-store'
import { changeRequest, type RequestDocument } from '../transitions/change-request'
import { firstEffect, withoutRecord } from '../transitions/effect-record'
import { EFFECT_FIELDS, effectCodec, TODO_INDEX } from './effect-fields'
import { mongoCollection, type MongoCollection } from './mongo-collection'
import { createByKey, findByCode, type MongoReservations } from './mongo-reservations'

const plain = { _id: false, id: false } as const
const STATE_FIELDS = {
  status: String,
  at: Number,
  by: String,
  supply: String,
  closedAt: Number,
  reason: String,
  because: String,
} as const
const FIELDS = {
  ...EFFECT_FIELDS,
  code: { type: String, required: true },
  contactId: { type: String, required: true },
  channel: { type: String, required: true },
  locale: { type: String, required: true },
  group: { type: String, required: true },
  component: { type: String, required: true },
  units: { type: Number, required: true },
  hospital: { type: new Schema({ name: String, asWritten: String }, plain), required: true },
  bloodCentre: String,
  neededBy: { type: String, required: true },
  contactPhone: String,
  patientId: { type: String, required: true },
  outsideServiceArea: { type: Boolean, required: true },
  createdAt: { type: Number, required: true },
  verifiedAt: Number,
  state: { type: new Schema(STATE_FIELDS, plain), required: true },
} as const

export type MongoRequests = MongoCollection<RequestDocument>

export function mongoRequests(connection: Connection): MongoRequests {
  return mongoCollection<RequestDocument>(connection, {
    name: 'requests',
    fields: FIELDS,
    codec: effectCodec<RequestDocument>(),
    indexes: [
      TODO_INDEX,
      { keys: { 'state.status': 1, createdAt: 1 } },
      { keys: { contactId: 1, createdAt: 1 } },
      { keys: { createdAt: 1, _id: 1 } },
    ],
  })
}

const OPEN = { 'state.status': trusted({ $in: ['unverified', 'verified'] }) }
const OLDEST_FIRST = { createdAt: 1, _id: 1 } as const

/** Blood requests in MongoDB. */
export function mongoBloodRequestStore(
  requests: MongoRequests,
  reservations: MongoReservations,
): BloodRequestStore {
  return {
    raise: async (key, request, todo) => {
      const document = { ...request, ...firstEffect(key, todo) }
      const raised = await createByKey(reservations, requests, { key, codeKind: 'request', document })
      return raised === 'code_taken'
        ? { ok: false, reason: 'code_taken' }
        : { ok: true, request: withoutRecord(raised) }
    },
    change: async (key, id, decide) => {
      let refused: Exclude<ReturnType<typeof decide>, { readonly ok: true }> | undefined
      const changed = await requests.change(id, (before) => {
        const decided = changeRequest(before, key, decide)
        refused = decided.ok ? undefined : decided
        return decided.ok ? decided.request : undefined
      })
      if (changed) return { ok: true, request: withoutRecord(changed) }
      return refused ?? { ok: false, reason: 'unknown' }
    },
    get: async (id) => known(await requests.find(id)),
    byCode: async (code) => known(await findByCode(reservations, requests, { codeKind: 'request', code })),
    openOf: async (contactId) =>
      (await requests.list({ contactId, ...OPEN }, OLDEST_FIRST)).map((request) => withoutRecord(request)),
    raisedWithin: async (from, before) => {
      const found = await requests.list({ createdAt: trusted({ $gte: from, $lt: before }) }, OLDEST_FIRST)
      return found.map((one) => withoutRecord(one))
    },
    open: async (limit) => (await requests.list(OPEN, OLDEST_FIRST, limit)).map((one) => withoutRecord(one)),
  }
}

function known(document: RequestDocument | undefined): BloodRequest | undefined {
  return document && withoutRecord(document)
}
