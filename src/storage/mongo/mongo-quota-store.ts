import { Schema, trusted, type Connection } from 'mongoose'
import type { QuotaAsk, QuotaStore } from '../../messaging/quota-store'
import { quotaUse, type QuotaUse } from '../transitions/quota-use'
import { EXPIRY_INDEX, mongoCollection, type MongoCollection, type StoredDocument } from './mongo-collection'

/** The door of one quota; its id is the quota's name. */
interface QuotaDoor {
  readonly id: string
  /** The use admitted last: whoever comes next writes it before counting, or a crash would leave it uncounted. */
  readonly last?: QuotaUse
  /** At most so many count: right when it was counted, and one more with each since. */
  readonly atMost?: number
}

interface Collections {
  readonly uses: MongoCollection<QuotaUse>
  readonly doors: MongoCollection<QuotaDoor>
  /** By quota the use that this process wrote last, which need not be written again. */
  readonly written: Map<string, string>
}

/** Quotas in MongoDB: uses are documents; a conditional write of the quota's own document admits the next. */
export function mongoQuotaStore(connection: Connection): QuotaStore {
  const collections = declare(connection)
  // One process would only lose its own races: it asks one after another.
  let before: Promise<unknown> = Promise.resolve()
  return {
    admit: async (ask) => {
      if (countsAlready(await collections.uses.find(quotaUse(ask).id), ask)) return true
      const turn = before.then(
        () => admit(ask, collections),
        () => admit(ask, collections),
      )
      before = turn.catch(() => undefined)
      return turn
    },
  }
}

async function admit(ask: QuotaAsk, collections: Collections): Promise<boolean> {
  const { uses, doors } = collections
  const use = quotaUse(ask)
  for (;;) {
    const stored = await doors.model.findById(ask.quota).lean<StoredDocument>()
    if (!stored) {
      await doors.insert({ id: ask.quota })
      continue
    }
    const { last, atMost = Infinity } = doors.decode(stored)
    if (last) await write(last, ask.now, collections)
    // Thousands count by the evening: they are counted only when the bound is reached.
    const taken = atMost < ask.limit ? atMost : await countNow(ask, uses)
    if (taken >= ask.limit) return countsAlready(await uses.find(use.id), ask)
    const { rev } = stored
    const next = doors.encode({ id: ask.quota, last: use, atMost: taken + 1 }, rev + 1)
    const { matchedCount } = await doors.model.replaceOne({ _id: ask.quota, rev }, next)
    if (matchedCount === 0) continue
    await write(use, ask.now, collections)
    return true
  }
}

function countNow({ quota, now, limit }: QuotaAsk, uses: MongoCollection<QuotaUse>): Promise<number> {
  return uses.model
    .countDocuments({ quota, expireAt: trusted({ $gt: new Date(now) }) })
    .limit(limit)
    .exec()
}

function countsAlready(known: QuotaUse | undefined, { now }: QuotaAsk): boolean {
  return known !== undefined && known.expireAt > now
}

/** Writes the use, over one of the same member that counts no longer. */
async function write(use: QuotaUse, now: number, { uses, written }: Collections): Promise<void> {
  const { id, quota, expireAt } = use
  const known = written.get(quota) === `${id} ${expireAt}`
  if (known || expireAt <= now) return
  if (!(await uses.insert(use))) {
    await uses.change(id, (stored) => (stored.expireAt < expireAt ? use : stored))
  }
  written.set(quota, `${id} ${expireAt}`)
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
      atMost: Number,
    },
    indexes: [EXPIRY_INDEX, { keys: { quota: 1, expireAt: 1 } }],
  })
  return { uses: documents as MongoCollection<QuotaUse>, doors: documents, written: new Map() }
}
