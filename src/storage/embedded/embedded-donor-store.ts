import type { DonorStore } from '../../blood/donors/donor-store'
import { firstEffect, hasEffect, withEffect, withoutRecord } from '../transitions/effect-record'
import { find, type EmbeddedDatabase } from './embedded-database'
import { indexTodo } from './embedded-effects'

/** Donors in LMDB. */
export function embeddedDonorStore(db: EmbeddedDatabase): DonorStore {
  return {
    register: (key, donor, todo) =>
      db.write(() => {
        const stored = db.donors.get(donor.id)
        if (stored && hasEffect(stored, key)) return withoutRecord(stored)
        const record = stored ? withEffect(stored, key, todo) : firstEffect(key, todo)
        db.donors.putSync(donor.id, { ...donor, effectKeys: record.effectKeys, todo: record.todo })
        indexTodo(db, { collection: 'donors', id: donor.id }, todo)
        return donor
      }),
    get: async (id) => {
      const stored = find(db.donors, id)
      return stored && withoutRecord(stored)
    },
    rest: (key, id, rest) =>
      db.write(() => {
        const stored = find(db.donors, id)
        if (!stored) return undefined
        if (hasEffect(stored, key)) return withoutRecord(stored)
        const rested = withEffect({ ...stored, ...rest }, key, [])
        db.donors.putSync(id, rested)
        return withoutRecord(rested)
      }),
    setAvailable: (key, id, available) =>
      db.write(() => {
        const stored = find(db.donors, id)
        if (!stored) return false
        if (!hasEffect(stored, key)) db.donors.putSync(id, withEffect({ ...stored, available }, key, []))
        return true
      }),
  }
}
