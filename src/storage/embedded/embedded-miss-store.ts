import { addDays } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import type { MissStore } from '../../conversation/misses/miss-store'
import { countOf, missDocument } from '../transitions/miss-document'
import type { EmbeddedDatabase } from './embedded-database'

/** Counters in LMDB. */
export function embeddedMissStore(db: EmbeddedDatabase): MissStore {
  return {
    add: async (counts) => {
      if (counts.length === 0) return
      await db.write(() => {
        for (const document of counts.map(missDocument)) {
          const { count } = db.misses.get(document.id) ?? { count: 0 }
          db.misses.putSync(document.id, { ...document, count: count + document.count })
        }
      })
    },
    between: async (from, to) =>
      Array.from(db.misses.getRange({ start: from, end: addDays(to, 1) }), ({ value }) => countOf(value)),
  }
}

/** Deletes counters that are past their time; how many. */
export function forgetMisses(db: EmbeddedDatabase, now: Instant): number {
  const expired: string[] = []
  // In the order of days: the first that stays ends it.
  for (const { key, value } of db.misses.getRange({})) {
    if (value.expireAt >= now) break
    expired.push(key)
  }
  for (const id of expired) db.misses.removeSync(id)
  return expired.length
}
