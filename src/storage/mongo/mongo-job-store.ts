import { trusted, type Connection } from 'mongoose'
import type { Job, JobStore } from '../../schedule/job-store'
import {
  cancelledJob,
  claimedJob,
  endedJob,
  jobOf,
  scheduledJob,
  type JobDocument,
} from '../transitions/job-document'
import { EXPIRY_INDEX, isDuplicate, mongoCollection } from './mongo-collection'

/** Jobs in MongoDB. Any number of processes may claim at once: each job is given by one conditional write. */
export function mongoJobStore(connection: Connection): JobStore {
  const jobs = mongoCollection<JobDocument>(connection, {
    name: 'jobs',
    fields: {
      kind: { type: String, required: true },
      due: { type: Number, required: true },
      payload: { type: String, required: true },
      state: { type: String, required: true },
      attempt: { type: Number, required: true },
      leaseUntil: Number,
      claimableAt: Number,
      expireAt: Date,
    },
    indexes: [
      EXPIRY_INDEX,
      { keys: { claimableAt: 1 }, options: { partialFilterExpression: { claimableAt: { $exists: true } } } },
    ],
  })
  return {
    schedule: async (drafts) => {
      const inserts = drafts.map((draft) => {
        const { _id, ...fields } = jobs.encode(scheduledJob(draft), 1)
        return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } }
      })
      if (inserts.length === 0) return
      await jobs.model.bulkWrite(inserts, { ordered: false }).catch((error: unknown) => {
        // Of two who schedule one job at once, one finds it there; unordered, so the others are in.
        if (!isDuplicate(error)) throw error
      })
    },
    cancel: async (ids, now) => {
      const ended = await Promise.all(ids.map((id) => jobs.change(id, (job) => cancelledJob(job, now))))
      return ended.filter((job) => job !== undefined).length
    },
    claim: async ({ now, leaseMs, limit }) => {
      const due = await jobs.list({ claimableAt: trusted({ $lte: now }) }, { claimableAt: 1, _id: 1 }, limit)
      const given = await Promise.all(
        due.map(({ id }) => jobs.change(id, (job) => claimedJob(job, now, now + leaseMs))),
      )
      return given.flatMap((job): readonly Job[] => (job ? [jobOf(job)] : []))
    },
    end: async (id, attempt, how) =>
      (await jobs.change(id, (job) => endedJob(job, attempt, how))) !== undefined,
    get: async (id) => {
      const job = await jobs.find(id)
      return job && jobOf(job)
    },
    nextDue: async () => {
      const [first] = await jobs.list({ claimableAt: trusted({ $gt: 0 }) }, { claimableAt: 1 }, 1)
      return first?.claimableAt
    },
  }
}
