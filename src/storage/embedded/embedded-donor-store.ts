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
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { indexTodo } from './embedded-effects'
import { idOf, type IndexKey } from './index-keys'

/** Donors in LMDB. */
export function embeddedDonorStore(db: EmbeddedDatabase): DonorStore {
  return {
    register: (key, donor, todo) =>
      db.write(() => {
        const stored = db.donors.get(donor.id)
        if (stored && hasEffect(stored, key)) return withoutRecord(stored)
        const record = stored ? withEffect(stored, key, todo) : firstEffect(key, todo)
        replaceDonor(db, stored, { ...donor, effectKeys: record.effectKeys, todo: record.todo })
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
        if (!hasEffect(stored, key)) replaceDonor(db, stored, withEffect({ ...stored, available }, key, []))
        return true
      }),
    livingIn: async ({ group, cells, after, limit }) => {
      const ids = cells.flatMap((cell) => {
        // One more: the key of `after` itself is in the range.
        const keys = db.index.below(['donor.home', group, cell], { from: after, limit: limit + 1 })
        return keys.map(idOf).filter((id) => id !== after)
      })
      return findAll(db.donors, ids.sort().slice(0, limit)).map(withoutRecord)
    },
  }
}

/** Writes a donor and keeps the index, inside a transaction; without `after` the donor goes. */
export function replaceDonor(
  db: EmbeddedDatabase,
  before: Donor | undefined,
  after: (Donor & EffectRecord) | undefined,
): void {
  for (const key of before ? homeKeys(before) : []) db.index.remove(key)
  if (before && before.id !== after?.id) db.donors.removeSync(before.id)
  if (after) db.donors.putSync(after.id, after)
  for (const key of after ? homeKeys(after) : []) db.index.add(key)
}

function homeKeys({ available, group, point, id }: Donor): readonly IndexKey[] {
  return available ? [['donor.home', group, homeCell(point), id]] : []
}
