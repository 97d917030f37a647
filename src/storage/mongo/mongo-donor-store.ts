import { Schema, trusted, type Connection } from 'mongoose'
import type { Donor } from '../../blood/donors/donor'
import type { DonorStore } from '../../blood/donors/donor-store'
import { homeCell } from '../../blood/donors/home-cell'
import {
  firstEffect,
  hasEffect,
  withEffect,
  withoutRecord,
  type EffectRecord,
} from '../transitions/effect-record'
import { EFFECT_FIELDS, effectCodec, TODO_INDEX } from './effect-fields'
import { mongoCollection, type Codec, type MongoCollection } from './mongo-collection'
import { without } from '../transitions/without'

const FIELDS = {
  ...EFFECT_FIELDS,
  locale: { type: String, required: true },
  group: { type: String, required: true },
  birthYear: { type: Number, required: true },
  sex: { type: String, required: true },
  weight: { type: Number, required: true },
  pincode: String,
  area: String,
  point: new Schema({ lat: Number, lon: Number }, { _id: false, id: false }),
  /** Of the home, for the index. */
  cell: { type: String, required: true },
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
    codec: withCell(effectCodec<DonorDocument>()),
    indexes: [TODO_INDEX, { keys: { group: 1, cell: 1, _id: 1 } }],
  })
}

function withCell({ encode, decode }: Codec<DonorDocument>): Codec<DonorDocument> {
  return {
    encode: (donor) => ({ ...encode(donor), cell: homeCell(donor.point) }),
    decode: (fields) => decode(without(fields, 'cell')),
  }
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
    livingIn: async ({ group, cells, after, limit }) => {
      const filter = {
        group,
        cell: trusted({ $in: [...cells] }),
        _id: trusted({ $gt: after }),
        available: true,
      }
      return (await donors.list(filter, { _id: 1 }, limit)).map(withoutRecord)
    },
  }
}
