import type { ImpactStore } from '../../blood/donations/impact'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf } from './index-keys'

/** How many patients were helped, in LMDB. */
export function embeddedImpactStore(db: EmbeddedDatabase): ImpactStore {
  return {
    put: (impact) =>
      db.write(() => {
        const stored = db.impacts.get(impact.id)
        const kept = stored ? { ...stored, patients: impact.patients } : impact
        db.impacts.putSync(kept.id, kept)
        if (!stored) db.index.add(['impact.on', kept.from, kept.id])
        return kept
      }),
    get: async (id) => find(db.impacts, id),
    within: async ({ from, to }) => {
      const begun = findAll(db.impacts, db.index.below(['impact.on'], { from, upTo: to }).map(idOf))
      return begun.filter((impact) => impact.to <= to)
    },
  }
}
