import type { Instant } from '../../base/clock'
import type { OutboxRow, OutboxStore } from '../../messaging/outbox-store'
import { PRIORITIES } from '../../messaging/purposes'
import {
  abandoned,
  claimed,
  enqueued,
  failedElsewhere,
  holdsLane,
  resolved,
  rowOf,
  settled,
  withStatus,
  type OutboxDocument,
} from '../transitions/outbox-row'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf, type IndexKey } from './index-keys'

/**
 * The outbox in LMDB. Only the row that leads its lane has a due key, so that a claim reads nothing but rows
 * it may give, however many wait behind them.
 */
export function embeddedOutboxStore(db: EmbeddedDatabase): OutboxStore {
  const change = (id: string, to: (row: OutboxDocument) => OutboxDocument | undefined): Promise<boolean> =>
    db.write(() => {
      const row = find(db.outbox, id)
      const next = row && to(row)
      if (row && next && next !== row) replace(db, row, next)
      return next !== undefined
    })

  return {
    enqueue: async (drafts, now) => {
      const fresh = drafts.filter(({ id }) => !db.outbox.doesExist(id))
      if (fresh.length === 0) return
      await db.write(() => {
        for (const draft of fresh) if (!db.outbox.doesExist(draft.id)) add(db, enqueued(draft, now))
      })
    },
    claim: async (ask) => (somethingToClaim(db, ask) ? db.write(() => claim(db, ask)) : []),
    settle: (id, attempt, settlement) => change(id, (row) => settled(row, attempt, settlement)),
    applyStatus: (id, word) => change(id, (row) => withStatus(row, word)),
    noteFailed: (row, word, now) =>
      db.write(() => {
        if (db.outbox.doesExist(row.id)) return
        const failed = failedElsewhere(row, word, now)
        db.outbox.putSync(failed.id, failed)
        db.index.add(expireKey(failed))
      }),
    unknown: async (limit) =>
      findAll(db.outbox, db.index.below(['outbox.unknown'], { limit }).map(idOf)).map(rowOf),
    resolveUnknown: (id, found, now) => change(id, (row) => resolved(row, found, now)),
    get: async (id) => {
      const row = find(db.outbox, id)
      return row && rowOf(row)
    },
    nextDueAt: async () => {
      const heads = PRIORITIES.flatMap((priority) => db.index.below(['outbox.due', priority], { limit: 1 }))
      return heads.length === 0 ? undefined : Math.min(...heads.map((key) => Number(key[2])))
    },
    laneBusy: async (lane) => laneHead(db, lane) !== undefined,
  }
}

/** Deletes rows that expired before `now`; how many. */
export function forgetOutboxRows(db: EmbeddedDatabase, now: Instant): number {
  const expired = db.index.below(['outbox.expire'], { upTo: now - 1 })
  for (const key of expired) {
    const row = db.outbox.get(idOf(key))
    db.index.remove(key)
    if (!row) continue
    // As if it had ended, so that it leaves every index and the lane goes on.
    replace(db, row, { ...row, state: 'expired' })
    db.outbox.removeSync(row.id)
  }
  return expired.length
}

type ClaimAsk = Parameters<OutboxStore['claim']>[0]

function somethingToClaim(db: EmbeddedDatabase, { now, priorities = PRIORITIES }: ClaimAsk): boolean {
  const bounds = { upTo: now, limit: 1 }
  const places: readonly IndexKey[] = [['outbox.lease'], ...priorities.map((one) => ['outbox.due', one])]
  return places.some((place) => db.index.below(place, bounds).length > 0)
}

function claim(
  db: EmbeddedDatabase,
  { now, leaseMs, limit, priorities = PRIORITIES }: ClaimAsk,
): readonly OutboxRow[] {
  for (const row of findAll(db.outbox, db.index.below(['outbox.lease'], { upTo: now }).map(idOf))) {
    replace(db, row, abandoned(row))
  }
  const due = priorities.flatMap((priority) => db.index.below(['outbox.due', priority], { upTo: now, limit }))
  return findAll(db.outbox, due.slice(0, limit).map(idOf)).map((row) => {
    const next = claimed(row, now + leaseMs)
    replace(db, row, next)
    return rowOf(next)
  })
}

function add(db: EmbeddedDatabase, row: OutboxDocument): void {
  const led = laneHead(db, row.lane)
  db.outbox.putSync(row.id, row)
  db.index.add(laneKey(row))
  db.index.add(expireKey(row))
  if (led === undefined) lead(db, row)
  else if (laneHead(db, row.lane) === row.id) {
    follow(db, led)
    lead(db, row)
  }
}

function replace(db: EmbeddedDatabase, before: OutboxDocument, after: OutboxDocument): void {
  db.outbox.putSync(after.id, after)
  for (const key of waitKeys(before)) db.index.remove(key)
  if (holdsLane(before) && !holdsLane(after)) {
    db.index.remove(laneKey(before))
    const next = laneHead(db, before.lane)
    const row = next === undefined ? undefined : db.outbox.get(next)
    if (row) lead(db, row)
    return
  }
  if (laneHead(db, after.lane) === after.id) lead(db, after)
  else for (const key of waitKeys(after)) if (key[0] !== 'outbox.due') db.index.add(key)
}

function lead(db: EmbeddedDatabase, row: OutboxDocument): void {
  for (const key of waitKeys(row)) db.index.add(key)
}

/** A row that no longer leads its lane, because an earlier one came after it, is not due any more. */
function follow(db: EmbeddedDatabase, id: string): void {
  const row = db.outbox.get(id)
  if (row) db.index.remove(dueKey(row))
}

function laneHead(db: EmbeddedDatabase, lane: string): string | undefined {
  const first = db.index.below(['outbox.lane', lane], { limit: 1 })[0]
  return first && idOf(first)
}

function laneKey({ lane, seq, id }: OutboxDocument): IndexKey {
  return ['outbox.lane', lane, seq, id]
}

function expireKey({ expireAt, id }: OutboxDocument): IndexKey {
  return ['outbox.expire', expireAt, id]
}

function dueKey({ priority, dueAt, seq, id }: OutboxDocument): IndexKey {
  return ['outbox.due', priority, dueAt, seq, id]
}

/** Where a row is found by what it waits for. */
function waitKeys(row: OutboxDocument): readonly IndexKey[] {
  if (row.state === 'queued') return [dueKey(row)]
  if (row.state === 'claimed') return [['outbox.lease', row.leaseUntil ?? 0, row.id]]
  return row.state === 'unknown' ? [['outbox.unknown', row.enqueuedAt, row.id]] : []
}
