import { Schema, trusted, type Connection } from 'mongoose'
import type { QuotaAsk, QuotaStore } from '../../messaging/quota-store'
import { quotaUse, type QuotaUse } from '../transitions/quota-use'
import { EXPIRY_INDEX, mongoCollection, type MongoCollection, type StoredDocument } from './mongo-collection'

/** The door of one quota; its id is the quota's name. */
interface QuotaDoor {
  readonly id: string
  /** The use admitted last: whoever comes next writes it before counting, or a crash would leave it uncounted. */
  readonly last?: QuotaUse
}

interface Collections {
  readonly uses: MongoCollection<QuotaUse>
  readonly doors: MongoCollection<QuotaDoor>
}

/** Quotas in MongoDB: uses are documents; a conditional write of the quota's own document admits the next. */
export function mongoQuotaStore(connection: Connection): QuotaStore {
  const collections = declare(connection)
  // One process would only lose its own races: it asks one after another.
  let before: Promise<unknown> = Promise.resolve()
  return {
    admit: async (ask) => {
      const known = await collections.uses.find(quotaUse(ask).id)
      if (known && known.expireAt > ask.now) return true
      const turn = before.then(
        () => admit(ask, collections),
        () => admit(ask, collections),
      )
      before = turn.catch(() => undefined)
      return turn
    },
  }
}

async function admit(ask: QuotaAsk, { uses, doors }: Collections): Promise<boolean> {
  const use = quotaUse(ask)
  const { now } = ask
  await doors.insert({ id: ask.quota })
  for (;;) {
    const stored = await doors.model.findById(ask.quota).lean<StoredDocument>()
    if (!stored) throw new Error(`the quota ${ask.quota} is gone`)
    const { last } = doors.decode(stored)
    if (last) await write(last, now, uses)
    const known = await uses.find(use.id)
    if (known && known.expireAt > now) return true
    const taken = await uses.model
      .countDocuments({ quota: ask.quota, expireAt: trusted({ $gt: new Date(now) }) })
      .limit(ask.limit)
    if (taken >= ask.limit) return false
    const { rev } = stored
    const next = doors.encode({ id: ask.quota, last: use }, rev + 1)
    const { matchedCount } = await doors.model.replaceOne({ _id: ask.quota, rev }, next)
    if (matchedCount === 0) continue
    await write(use, now, uses)
    return true
  }
}

/** Writes the use, over one of the same member that counts no longer. */
async function write(use: QuotaUse, now: number, uses: MongoCollection<QuotaUse>): Promise<void> {
  if (use.expireAt <= now || (await uses.insert(use))) return
  await uses.change(use.id, (stored) => (stored.expireAt < use.expireAt ? use : stored))
}

function declare(connection: Connection): Collections {
  const documents = mongoCollection<QuotaUse | QuotaDoor>(connection, {
    name: 'quota_uses',
    fields: {
      quota: String,
      member: String,
      at: Number,
      expireAt: Date,
      last: Schema.Types.Mixed,
    },
    indexes: [EXPIRY_INDEX, { keys: { quota: 1, expireAt: 1 } }],
  })
  return { uses: documents as MongoCollection<QuotaUse>, doors: documents }
}
