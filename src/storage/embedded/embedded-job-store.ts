import type { Instant } from '../../base/clock'
import type { JobStore } from '../../schedule/job-store'
import {
  cancelledJob,
  claimedJob,
  endedJob,
  jobOf,
  scheduledJob,
  type JobDocument,
} from '../transitions/job-document'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf, type IndexKey } from './index-keys'

/** Jobs in LMDB, found by when they may be claimed. */
export function embeddedJobStore(db: EmbeddedDatabase): JobStore {
  const change = (id: string, to: (job: JobDocument) => JobDocument | undefined): boolean => {
    const job = find(db.jobs, id)
    const next = job && to(job)
    if (job && next) replace(db, job, next)
    return next !== undefined
  }
  return {
    schedule: async (jobs) => {
      const fresh = jobs.filter(({ id }) => !db.jobs.doesExist(id))
      if (fresh.length === 0) return
      await db.write(() => {
        for (const job of fresh) if (!db.jobs.doesExist(job.id)) replace(db, undefined, scheduledJob(job))
      })
    },
    cancel: (ids, now) =>
      db.write(() => ids.filter((id) => change(id, (job) => cancelledJob(job, now))).length),
    claim: async ({ now, leaseMs, limit }) => {
      // Most looks find nothing due: they need no commit.
      if (db.index.below(['job.claim'], { upTo: now, limit: 1 }).length === 0) return []
      return db.write(() => {
        const due = findAll(db.jobs, db.index.below(['job.claim'], { upTo: now, limit }).map(idOf))
        return due.flatMap((job) => {
          const next = claimedJob(job, now, now + leaseMs)
          if (!next) return []
          replace(db, job, next)
          return [jobOf(next)]
        })
      })
    },
    end: (id, attempt, how) => db.write(() => change(id, (job) => endedJob(job, attempt, how))),
    get: async (id) => {
      const job = find(db.jobs, id)
      return job && jobOf(job)
    },
    nextDue: async () => {
      const [first] = db.index.below(['job.claim'], { limit: 1 })
      return first && Number(first[1])
    },
  }
}

/** Deletes jobs that ended long before `now`; how many. */
export function forgetJobs(db: EmbeddedDatabase, now: Instant): number {
  const expired = db.index.below(['job.expire'], { upTo: now - 1 })
  for (const key of expired) {
    db.index.remove(key)
    db.jobs.removeSync(idOf(key))
  }
  return expired.length
}

function replace(db: EmbeddedDatabase, before: JobDocument | undefined, after: JobDocument): void {
  db.jobs.putSync(after.id, after)
  for (const key of before ? keysOf(before) : []) db.index.remove(key)
  for (const key of keysOf(after)) db.index.add(key)
}

function keysOf({ id, claimableAt, expireAt }: JobDocument): readonly IndexKey[] {
  if (claimableAt !== undefined) return [['job.claim', claimableAt, id]]
  return expireAt === undefined ? [] : [['job.expire', expireAt, id]]
}
