import { trusted, type Connection } from 'mongoose'
import type { Impact, ImpactStore } from '../../blood/donations/impact'
import { mongoCollection } from './mongo-collection'

const FIELDS = {
  from: { type: String, required: true },
  to: { type: String, required: true },
  campId: String,
  patients: { type: Number, required: true },
  recordedBy: { type: String, required: true },
  at: { type: Number, required: true },
} as const

/** How many patients were helped, in MongoDB. */
export function mongoImpactStore(connection: Connection): ImpactStore {
  const impacts = mongoCollection<Impact>(connection, {
    name: 'impacts',
    fields: FIELDS,
    indexes: [{ keys: { from: 1, _id: 1 } }],
  })
  return {
    put: async (impact) => {
      if (await impacts.insert(impact)) return impact
      const { patients } = impact
      const kept = await impacts.change(impact.id, (stored) => ({ ...stored, patients }))
      if (!kept) throw new Error(`The number of ${impact.id} was deleted while it was entered.`)
      return kept
    },
    get: (id) => impacts.find(id),
    within: ({ from, to }) =>
      impacts.list({ from: trusted({ $gte: from }), to: trusted({ $lte: to }) }, { from: 1, _id: 1 }),
  }
}
