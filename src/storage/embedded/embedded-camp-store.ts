import type { CampStore } from '../../blood/camps/camp-store'
import type { Camp } from '../../blood/camps/camp'
import { findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf, type IndexKey } from './index-keys'

/** Camps in LMDB. */
export function embeddedCampStore(db: EmbeddedDatabase): CampStore {
  return {
    put: (camp) =>
      db.write(() => {
        const stored = db.camps.get(camp.id)
        if (stored) db.index.remove(dateKey(stored))
        db.camps.putSync(camp.id, camp)
        db.index.add(dateKey(camp))
      }),
    remove: (id) =>
      db.write(() => {
        const stored = db.camps.get(id)
        if (!stored) return
        db.index.remove(dateKey(stored))
        db.camps.removeSync(id)
      }),
    planned: async () =>
      findAll(db.camps, db.index.below(['camp.on']).map(idOf)).filter(({ planned }) => planned),
    from: async (date, limit) =>
      findAll(db.camps, db.index.below(['camp.on'], { from: date, limit }).map(idOf)),
  }
}

function dateKey({ id, date, from }: Camp): IndexKey {
  return ['camp.on', date, from, id]
}
