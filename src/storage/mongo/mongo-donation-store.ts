import { trusted, type Connection } from 'mongoose'
import type { Donation } from '../../blood/donations/donation'
import type { DonationStore } from '../../blood/donations/donation-store'
import { mongoCollection } from './mongo-collection'

const FIELDS = {
  donorId: { type: String, required: true },
  on: { type: String, required: true },
  kind: { type: String, required: true },
  units: { type: Number, required: true },
  category: { type: String, required: true },
  firstTime: { type: Boolean, required: true },
  bloodCentre: { type: String, required: true },
  campId: String,
  requestId: String,
  recordedBy: { type: String, required: true },
  at: { type: Number, required: true },
} as const

const BY_DAY = { on: 1, _id: 1 } as const

/** Donations in MongoDB. */
export function mongoDonationStore(connection: Connection): DonationStore {
  const donations = mongoCollection<Donation>(connection, {
    name: 'donations',
    fields: FIELDS,
    indexes: [
      { keys: { donorId: 1, on: 1 } },
      { keys: { on: 1, _id: 1 } },
      {
        keys: { campId: 1, on: 1, _id: 1 },
        options: { partialFilterExpression: { campId: { $exists: true } } },
      },
    ],
  })
  return {
    add: async (donation) => {
      if (await donations.insert(donation)) return donation
      const stored = await donations.find(donation.id)
      if (!stored) throw new Error(`The donation ${donation.id} was deleted while it was recorded.`)
      return stored
    },
    get: (id) => donations.find(id),
    ofDonor: async (donorId) => [...(await donations.list({ donorId }, BY_DAY))].reverse(),
    between: ({ from, to }) => donations.list({ on: trusted({ $gte: from, $lte: to }) }, BY_DAY),
    ofCamp: (campId) => donations.list({ campId }, BY_DAY),
  }
}
