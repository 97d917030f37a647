import { trusted } from 'mongoose'
import type { Instant } from '../../base/clock'
import type { OutboxDocument } from '../transitions/outbox-row'
import type { StoredDocument } from './mongo-collection'
import type { MongoOutbox } from './mongo-outbox'

interface Wanted {
  readonly limit: number
  /** Due by then; absent: whenever. */
  readonly dueAt?: Instant
  readonly priorities?: readonly number[]
}

// Rows read at a time: enough that one page nearly always holds what is wanted.
const PAGE = 50

/**
 * Queued rows that lead their lane, by priority, then by due time and `seq`. Lanes whose first row may not leave are
 * left out of the next page, so that many rows behind one do not hide the others.
 */
export async function leadingRows(outbox: MongoOutbox, wanted: Wanted): Promise<readonly OutboxDocument[]> {
  const { limit, dueAt, priorities } = wanted
  const filter = {
    open: true,
    state: 'queued',
    ...(dueAt !== undefined && { dueAt: trusted({ $lte: dueAt }) }),
    ...(priorities && { priority: trusted({ $in: [...priorities] }) }),
  }
  const found: OutboxDocument[] = []
  const seen = new Set<string>()
  const pageSize = Math.max(PAGE, limit)
  for (;;) {
    const unseen = { ...filter, lane: trusted({ $nin: [...seen] }) }
    const page = await outbox.model
      .find(unseen, { lane: 1 })
      .sort({ priority: 1, dueAt: 1, seq: 1, _id: 1 })
      .limit(pageSize)
      .lean<StoredDocument[]>()
    const lanes = [...new Set(page.map(({ lane }) => String(lane)))]
    const heads = lanes.length === 0 ? [] : await headsOf(outbox, lanes)
    found.push(...heads.filter((row) => isWanted(row, wanted)))
    for (const lane of lanes) seen.add(lane)
    if (page.length < pageSize || found.length >= limit) return found.sort(byTurn).slice(0, limit)
  }
}

async function headsOf(outbox: MongoOutbox, lanes: readonly string[]): Promise<readonly OutboxDocument[]> {
  const heads = await outbox.model.aggregate<{ readonly head: StoredDocument }>([
    { $match: { open: true, lane: { $in: lanes } } },
    { $sort: { lane: 1, seq: 1, _id: 1 } },
    { $group: { _id: '$lane', head: { $first: '$$ROOT' } } },
  ])
  return heads.map(({ head }) => outbox.decode(head))
}

function isWanted(row: OutboxDocument, { dueAt, priorities }: Wanted): boolean {
  if (row.state !== 'queued' || priorities?.includes(row.priority) === false) return false
  return dueAt === undefined || row.dueAt <= dueAt
}

function byTurn(one: OutboxDocument, other: OutboxDocument): number {
  const byTime = one.priority - other.priority || one.dueAt - other.dueAt
  return byTime || one.seq - other.seq || (one.id < other.id ? -1 : 1)
}
