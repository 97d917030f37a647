import { Schema, type Connection } from 'mongoose'
import { holdsLane, type OutboxDocument } from '../transitions/outbox-row'
import {
  datedCodec,
  EXPIRY_INDEX,
  mongoCollection,
  type Codec,
  type MongoCollection,
} from './mongo-collection'

const FIELDS = {
  purpose: { type: String, required: true },
  contactId: { type: String, required: true },
  channel: { type: String, required: true },
  from: { type: String, required: true },
  to: { type: String, required: true },
  body: String,
  template: Schema.Types.Mixed,
  mediaUrl: String,
  by: String,
  subject: Schema.Types.Mixed,
  happensAt: Number,
  nightApprovedBy: String,
  lane: { type: String, required: true },
  seq: { type: Number, required: true },
  notBefore: { type: Number, required: true },
  notAfter: { type: Number, required: true },
  state: { type: String, required: true },
  attempts: { type: Number, required: true },
  enqueuedAt: { type: Number, required: true },
  dueAt: { type: Number, required: true },
  leaseUntil: Number,
  sid: String,
  status: String,
  statusCode: String,
  error: new Schema({ kind: String, code: String, retryAfterMs: Number }, { _id: false, id: false }),
  reason: String,
  postponed: Number,
  priority: { type: Number, required: true },
  expireAt: { type: Date, required: true },
  /** Present while the row holds its lane: the indexes that dispatchers use hold only such rows. */
  open: Boolean,
} as const

const OPEN_ONLY = { partialFilterExpression: { open: true } }

export type MongoOutbox = MongoCollection<OutboxDocument>

export function mongoOutbox(connection: Connection): MongoOutbox {
  return mongoCollection<OutboxDocument>(connection, {
    name: 'outbox',
    fields: FIELDS,
    codec: outboxCodec,
    indexes: [
      EXPIRY_INDEX,
      { keys: { state: 1, priority: 1, dueAt: 1, seq: 1, _id: 1 }, options: OPEN_ONLY },
      { keys: { lane: 1, seq: 1, _id: 1 }, options: OPEN_ONLY },
    ],
  })
}

const dated = datedCodec<OutboxDocument>()

const outboxCodec: Codec<OutboxDocument> = {
  encode: (row) => ({ ...dated.encode(row), ...(holdsLane(row) && { open: true }) }),
  decode: ({ open: _open, ...stored }) => dated.decode(stored),
}
