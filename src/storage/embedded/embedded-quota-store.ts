import type { Instant } from '../../base/clock'
import type { QuotaStore } from '../../messaging/quota-store'
import { quotaUse, type QuotaUse } from '../transitions/quota-use'
import type { EmbeddedDatabase } from './embedded-database'
import { idOf } from './index-keys'

/** Quotas in LMDB. */
export function embeddedQuotaStore(db: EmbeddedDatabase): QuotaStore {
  return {
    admit: async (ask) => {
      const use = quotaUse(ask)
      if (counts(db.quotaUses.get(use.id), ask.now)) return true
      return db.write(() => {
        const before = db.quotaUses.get(use.id)
        if (counts(before, ask.now)) return true
        const taken = db.index.count(['quota', ask.quota], { from: ask.now + 1, limit: ask.limit })
        if (taken >= ask.limit) return false
        if (before) remove(db, before)
        db.quotaUses.putSync(use.id, use)
        db.index.add(['quota', use.quota, use.expireAt, use.id])
        db.index.add(['quota.expire', use.expireAt, use.id])
        return true
      })
    },
  }
}

/** Deletes what counts no longer; how many. */
export function forgetQuotaUses(db: EmbeddedDatabase, now: Instant): number {
  const expired = db.index.below(['quota.expire'], { upTo: now })
  for (const key of expired) {
    const use = db.quotaUses.get(idOf(key))
    if (use) remove(db, use)
  }
  return expired.length
}

function counts(use: QuotaUse | undefined, now: Instant): boolean {
  return use !== undefined && use.expireAt > now
}

function remove(db: EmbeddedDatabase, { id, quota, expireAt }: QuotaUse): void {
  db.quotaUses.removeSync(id)
  db.index.remove(['quota', quota, expireAt, id])
  db.index.remove(['quota.expire', expireAt, id])
}
