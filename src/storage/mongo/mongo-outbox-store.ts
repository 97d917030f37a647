import { trusted, type Connection } from 'mongoose'
import type { Instant } from '../../base/clock'
import type { OutboxRow, OutboxStore } from '../../messaging/outbox-store'
import { PRIORITIES } from '../../messaging/purposes'
import {
  abandoned,
  claimed,
  enqueued,
  failedElsewhere,
  resolved,
  rowOf,
  settled,
  withStatus,
  type OutboxDocument,
} from '../transitions/outbox-row'
import { isDuplicate } from './mongo-collection'
import { leadingRows } from './mongo-leading-rows'
import { mongoOutbox, type MongoOutbox } from './mongo-outbox'

/**
 * The outbox in MongoDB. Any number of dispatchers may claim at once: each row is given by one conditional
 * write.
 */
export function mongoOutboxStore(connection: Connection): OutboxStore {
  const outbox = mongoOutbox(connection)
  return {
    enqueue: async (drafts, now) => {
      const inserts = drafts.map((draft) => {
        const { _id, ...fields } = outbox.encode(enqueued(draft, now), 1)
        return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } }
      })
      if (inserts.length > 0) await ignoringDuplicates(outbox.model.bulkWrite(inserts, { ordered: false }))
    },
    claim: async ({ now, leaseMs, limit, priorities }) => {
      await abandonExpired(outbox, now)
      const rows = await leadingRows(outbox, { limit, dueAt: now, ...(priorities && { priorities }) })
      const given = await Promise.all(rows.map((row) => give(outbox, row, { now, leaseMs })))
      return given.filter((row) => row !== undefined)
    },
    settle: async (id, attempt, settlement) =>
      (await outbox.change(id, (row) => settled(row, attempt, settlement))) !== undefined,
    applyStatus: async (id, word) => (await outbox.change(id, (row) => withStatus(row, word))) !== undefined,
    noteFailed: async (row, word, now) => {
      await outbox.insert(failedElsewhere(row, word, now))
    },
    unknown: async (limit) => {
      const rows = await outbox.list({ open: true, state: 'unknown' }, { enqueuedAt: 1, _id: 1 }, limit)
      return rows.map(rowOf)
    },
    resolveUnknown: async (id, found, now) =>
      (await outbox.change(id, (row) => resolved(row, found, now))) !== undefined,
    get: async (id) => {
      const row = await outbox.find(id)
      return row && rowOf(row)
    },
    nextDueAt: async () => {
      const firsts = await Promise.all(
        PRIORITIES.map((priority) => leadingRows(outbox, { limit: 1, priorities: [priority] })),
      )
      const due = firsts.flat().map(({ dueAt }) => dueAt)
      return due.length === 0 ? undefined : Math.min(...due)
    },
    laneBusy: async (lane) => (await outbox.model.exists({ open: true, lane })) !== null,
  }
}

async function abandonExpired(outbox: MongoOutbox, now: Instant): Promise<void> {
  const expired = await outbox.list(
    { open: true, state: 'claimed', leaseUntil: trusted({ $lte: now }) },
    { enqueuedAt: 1 },
  )
  for (const { id } of expired) {
    await outbox.change(id, (row) => (leaseEnded(row, now) ? abandoned(row) : undefined))
  }
}

function leaseEnded({ state, leaseUntil }: OutboxDocument, now: Instant): boolean {
  return state === 'claimed' && leaseUntil !== undefined && leaseUntil <= now
}

/**
 * Claims the row unless somebody else did; a row that led its lane when it was read leads it as long as it is
 * queued.
 */
async function give(
  outbox: MongoOutbox,
  seen: OutboxDocument,
  { now, leaseMs }: { readonly now: Instant; readonly leaseMs: number },
): Promise<OutboxRow | undefined> {
  const next = await outbox.change(seen.id, (row) =>
    row.state === 'queued' && row.attempts === seen.attempts && row.dueAt <= now
      ? claimed(row, now + leaseMs)
      : undefined,
  )
  return next && rowOf(next)
}

async function ignoringDuplicates(insertion: Promise<unknown>): Promise<void> {
  try {
    await insertion
  } catch (error) {
    // Of two who insert a row at once, one finds it there: that is what was asked for. Unordered, so the
    // others are in.
    if (!isDuplicate(error)) throw error
  }
}
