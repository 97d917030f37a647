import { Schema, trusted, type Connection } from 'mongoose'
import { withAnswer, type Alert } from '../../blood/alerts/alert'
import type { AlertStore } from '../../blood/alerts/alert-store'
import { mongoCollection } from './mongo-collection'

const plain = { _id: false, id: false } as const
const PARTS = new Schema({ near: Number, answers: Number, fair: Number, rested: Number }, plain)
const FIELDS = {
  requestId: { type: String, required: true },
  code: { type: String, required: true },
  contactId: { type: String, required: true },
  wave: { type: Number, required: true },
  at: { type: Number, required: true },
  channel: { type: String, required: true },
  step: { type: String, required: true },
  fit: { type: String, required: true },
  km: { type: Number, required: true },
  chance: { type: Number, required: true },
  score: { type: Number, required: true },
  parts: { type: PARTS, required: true },
  answer: new Schema({ said: String, at: Number }, plain),
  askedAgainAt: Number,
} as const

/** Alerts to donors in MongoDB. */
export function mongoAlertStore(connection: Connection): AlertStore {
  const alerts = mongoCollection<Alert>(connection, {
    name: 'alerts',
    fields: FIELDS,
    indexes: [
      { keys: { requestId: 1, at: 1 } },
      { keys: { contactId: 1, at: 1 } },
      { keys: { at: -1, _id: -1 } },
    ],
  })
  return {
    add: async (added) => {
      if (added.length === 0) return
      const inserts = added.map((alert) => {
        const { _id, ...fields } = alerts.encode(alert, 1)
        return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } }
      })
      await alerts.model.bulkWrite(inserts, { ordered: false })
    },
    get: (id) => alerts.find(id),
    ofRequest: (requestId) => alerts.list({ requestId }, { at: 1, _id: 1 }),
    ofContact: async (contactId, since) => {
      const found = await alerts.list({ contactId, at: trusted({ $gte: since }) }, { at: 1, _id: 1 })
      return [...found].reverse()
    },
    latest: (limit) => alerts.list({}, { at: -1, _id: -1 }, limit),
    ofContacts: (contactIds) =>
      alerts.list({ contactId: trusted({ $in: [...contactIds] }) }, { contactId: 1, at: 1 }),
    askAgain: async (asks, askedAgainAt) => {
      if (asks.length === 0) return
      const notes = asks.map(({ id: _id, before }) => {
        const filter = { _id, askedAgainAt: before ?? trusted({ $exists: false }) }
        return { updateOne: { filter, update: { $set: { askedAgainAt }, $inc: { rev: 1 } } } }
      })
      await alerts.model.bulkWrite(notes)
    },
    answer: (id, answer) => alerts.change(id, (stored) => withAnswer(stored, answer)),
  }
}
