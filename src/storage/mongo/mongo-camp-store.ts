import { Schema, trusted, type Connection } from 'mongoose'
import type { Camp } from '../../blood/camps/camp'
import type { CampStore } from '../../blood/camps/camp-store'
import { mongoCollection, type Codec } from './mongo-collection'

const words = {
  type: [new Schema({ locale: String, text: String }, { _id: false, id: false })],
  required: true,
}

const FIELDS = {
  name: words,
  place: words,
  date: { type: String, required: true },
  from: { type: String, required: true },
  until: { type: String, required: true },
  bloodCentre: { type: String, required: true },
  mapLink: String,
  planned: Boolean,
} as const

/** Camps in MongoDB. */
export function mongoCampStore(connection: Connection): CampStore {
  const camps = mongoCollection<Camp>(connection, {
    name: 'camps',
    fields: FIELDS,
    codec: campCodec,
    indexes: [{ keys: { date: 1, from: 1 } }],
  })
  return {
    put: async (camp) => {
      if (!(await camps.insert(camp))) await camps.change(camp.id, () => camp)
    },
    remove: async (id) => void (await camps.model.deleteOne({ _id: id })),
    // Few, and read at the start only: no index.
    planned: () => camps.list({ planned: true }, { date: 1, from: 1, _id: 1 }),
    from: (date, limit) => camps.list({ date: trusted({ $gte: date }) }, { date: 1, from: 1, _id: 1 }, limit),
  }
}

interface Word {
  readonly locale: string
  readonly text: string
}

// A locale is a folder's name, and no field's.
const campCodec: Codec<Camp> = {
  encode: ({ name, place, ...rest }) => ({ ...rest, name: toList(name), place: toList(place) }),
  decode: ({ name, place, ...rest }) =>
    ({ ...rest, name: toWords(name as Word[]), place: toWords(place as Word[]) }) as Omit<Camp, 'id'>,
}

function toList(words: { readonly [locale: string]: string }): readonly Word[] {
  return Object.entries(words).map(([locale, text]) => ({ locale, text }))
}

function toWords(list: readonly Word[]): { readonly [locale: string]: string } {
  return Object.fromEntries(list.map(({ locale, text }) => [locale, text]))
}
