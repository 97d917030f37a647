import { trusted, type Connection } from 'mongoose'
import { addDays } from '../../base/calendar'
import type { MissStore } from '../../conversation/misses/miss-store'
import { countOf, missDocument, type MissDocument } from '../transitions/miss-document'
import { EXPIRY_INDEX, mongoCollection, unlessExists } from './mongo-collection'

/** Counters in MongoDB. */
export function mongoMissStore(connection: Connection): MissStore {
  const misses = mongoCollection<MissDocument>(connection, {
    name: 'misses',
    fields: {
      day: { type: String, required: true },
      flow: { type: String, required: true },
      step: { type: String, required: true },
      locale: { type: String, required: true },
      nth: { type: Number, required: true },
      count: { type: Number, required: true },
      expireAt: { type: Date, required: true },
    },
    indexes: [EXPIRY_INDEX],
  })
  const add = (document: MissDocument): Promise<unknown> => {
    const { _id, rev, count, ...fields } = misses.encode(document, 1)
    const change = { $inc: { count, rev }, $setOnInsert: fields }
    return misses.model.updateOne({ _id }, change, { upsert: true }).exec()
  }
  return {
    add: async (counts) => {
      // Of two who count something for the first time at once, the later finds it there and adds to it.
      for (const document of counts.map(missDocument))
        if (!(await unlessExists(() => add(document)))) await add(document)
    },
    between: async (from, to) => {
      const found = await misses.list({ _id: trusted({ $gte: from, $lt: addDays(to, 1) }) }, { _id: 1 })
      return found.map(countOf)
    },
  }
}
