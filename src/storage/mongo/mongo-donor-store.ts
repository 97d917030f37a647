import { Schema, type Connection } from 'mongoose'
import type { Donor } from '../../blood/donors/donor'
import type { DonorStore } from '../../blood/donors/donor-store'
import {
  firstEffect,
  hasEffect,
  withEffect,
  withoutRecord,
  type EffectRecord,
} from '../transitions/effect-record'
import { EFFECT_FIELDS, effectCodec, TODO_INDEX } from './effect-fields'
import { mongoCollection, type MongoCollection } from './mongo-collection'

const FIELDS = {
  ...EFFECT_FIELDS,
  locale: { type: String, required: true },
  group: { type: String, required: true },
  birthYear: { type: Number, required: true },
  sex: { type: String, required: true },
  weight: { type: Number, required: true },
  pincode: String,
  area: String,
  category: { type: String, required: true },
  lastDonation: String,
  restUntil: String,
  deferral: new Schema({ class: String, until: String }, { _id: false, id: false }),
  available: { type: Boolean, required: true },
  registeredAt: { type: Number, required: true },
} as const

type DonorDocument = Donor & EffectRecord
export type MongoDonors = MongoCollection<DonorDocument>

export function mongoDonors(connection: Connection): MongoDonors {
  return mongoCollection<DonorDocument>(connection, {
    name: 'donors',
    fields: FIELDS,
    codec: effectCodec<DonorDocument>(),
    indexes: [TODO_INDEX],
  })
}

/** Donors in MongoDB. */
export function mongoDonorStore(donors: MongoDonors): DonorStore {
  return {
    register: async (key, donor, todo) => {
      if (await donors.insert({ ...donor, ...firstEffect(key, todo) })) return donor
      const registered = await donors.change(donor.id, (stored) => {
        if (hasEffect(stored, key)) return stored
        const { effectKeys, todo: open } = withEffect(stored, key, todo)
        return { ...donor, effectKeys, todo: open }
      })
      if (!registered) throw new Error(`The donor ${donor.id} was deleted while registering.`)
      return withoutRecord(registered)
    },
    get: async (id) => {
      const stored = await donors.find(id)
      return stored && withoutRecord(stored)
    },
    rest: async (key, id, rest) => {
      const rested = await donors.change(id, (stored) =>
        hasEffect(stored, key) ? stored : withEffect({ ...stored, ...rest }, key, []),
      )
      return rested && withoutRecord(rested)
    },
    setAvailable: async (key, id, available) => {
      const changed = await donors.change(id, (stored) =>
        hasEffect(stored, key) ? stored : withEffect({ ...stored, available }, key, []),
      )
      return changed !== undefined
    },
  }
}
