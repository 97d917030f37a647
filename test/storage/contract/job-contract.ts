import type { JobDraft } from '../../../src/schedule/job-store'
import type { OpenStores } from '../../support/engines'
import { NOW } from '../../support/records'

const LEASE = 30_000
const MONTHS = 100 * 86_400_000
const ask = (now = NOW, limit = 10) => ({ now, leaseMs: LEASE, limit })
const aJob = (override: Partial<JobDraft> = {}): JobDraft => ({
  id: 'j1',
  kind: 'wave',
  due: NOW,
  payload: '{"request":"r1"}',
  ...override,
})
const ids = (jobs: readonly { readonly id: string }[]) => jobs.map(({ id }) => id)

export function jobContract(open: OpenStores): void {
  describe('JobStore', () => {
    it('keeps the first of two jobs with one id, also when that has ended', async () => {
      const { jobs } = await open()
      await jobs.schedule([aJob(), aJob({ kind: 'other' })])
      await jobs.schedule([aJob({ due: NOW + 9 })])
      expect(await jobs.get('j1')).toEqual({ ...aJob(), state: 'waiting', attempt: 0 })
      await jobs.claim(ask())
      await jobs.end('j1', 1, { state: 'done', at: NOW })
      await jobs.schedule([aJob()])
      expect(await jobs.get('j1')).toMatchObject({ state: 'done' })
      expect(await jobs.claim(ask(NOW + LEASE))).toEqual([])
    })

    it('gives what is due, the longest due first, each once', async () => {
      const { jobs } = await open()
      await jobs.schedule([
        aJob({ id: 'late', due: NOW - 1 }),
        aJob({ id: 'later', due: NOW + 1 }),
        aJob({ id: 'latest', due: NOW - 5 }),
        aJob({ id: 'now' }),
      ])
      expect(await jobs.nextDue()).toBe(NOW - 5)
      expect(ids(await jobs.claim(ask(NOW, 2))).sort()).toEqual(['late', 'latest'])
      expect(await jobs.claim(ask())).toEqual([
        { ...aJob({ id: 'now' }), state: 'claimed', attempt: 1, leaseUntil: NOW + LEASE },
      ])
      expect(await jobs.claim(ask())).toEqual([])
      expect(await jobs.nextDue()).toBe(NOW + 1)
    })

    it('gives a job again when the lease has ended, and then believes only the later claim', async () => {
      const { jobs } = await open()
      await jobs.schedule([aJob()])
      await jobs.claim(ask())
      expect(await jobs.nextDue()).toBe(NOW + LEASE)
      expect(await jobs.claim(ask(NOW + LEASE - 1))).toEqual([])
      expect(await jobs.claim(ask(NOW + LEASE))).toMatchObject([{ id: 'j1', attempt: 2 }])
      expect(await jobs.end('j1', 1, { state: 'done', at: NOW })).toBe(false)
      expect(await jobs.get('j1')).toMatchObject({ state: 'claimed' })
      expect(await jobs.end('j1', 2, { state: 'done', at: NOW })).toBe(true)
      expect(await jobs.end('j1', 2, { state: 'failed', at: NOW })).toBe(false)
      expect(await jobs.get('j1')).toEqual({ ...aJob(), state: 'done', attempt: 2 })
      expect(await jobs.nextDue()).toBeUndefined()
    })

    it('lets a job wait for its next attempt', async () => {
      const { jobs } = await open()
      await jobs.schedule([aJob()])
      await jobs.claim(ask())
      expect(await jobs.end('j1', 1, { state: 'waiting', due: NOW + 7 })).toBe(true)
      expect(await jobs.claim(ask(NOW + 6))).toEqual([])
      expect(await jobs.claim(ask(NOW + 7))).toMatchObject([{ attempt: 2, due: NOW + 7 }])
    })

    it('calls off what waits and what is claimed, and nothing that has ended', async () => {
      const { jobs } = await open()
      await jobs.schedule([aJob({ id: 'done' })])
      await jobs.claim(ask())
      await jobs.end('done', 1, { state: 'done', at: NOW })
      await jobs.schedule([aJob({ id: 'claimed' })])
      await jobs.claim(ask())
      await jobs.schedule([aJob({ id: 'waiting' })])
      expect(await jobs.cancel(['done', 'claimed', 'waiting', 'nobody'], NOW)).toBe(2)
      expect(await jobs.end('claimed', 1, { state: 'done', at: NOW })).toBe(false)
      expect(await jobs.get('waiting')).toMatchObject({ state: 'cancelled' })
      expect(await jobs.claim(ask(NOW + LEASE))).toEqual([])
    })

    it('gives simultaneous processes disjoint jobs, and all of them in the end', async () => {
      const { jobs } = await open()
      const all = Array.from({ length: 40 }, (_, i) => aJob({ id: `j${i}` }))
      await Promise.all([jobs.schedule(all), jobs.schedule(all)])
      const given: string[] = []
      while (given.length < 40) {
        const claims = await Promise.all(Array.from({ length: 4 }, () => jobs.claim(ask(NOW, 6))))
        given.push(...claims.flatMap(ids))
      }
      expect(new Set(given).size).toBe(40)
    })

    it('forgets what ended long ago, and nothing that waits', async () => {
      const stores = await open()
      await stores.jobs.schedule([aJob(), aJob({ id: 'waits', due: NOW + 1 })])
      await stores.jobs.claim(ask())
      await stores.jobs.end('j1', 1, { state: 'failed', at: NOW })
      await stores.forget(NOW + 1000)
      expect(await stores.jobs.get('j1')).toMatchObject({ state: 'failed' })
      await stores.forget(NOW + MONTHS)
      expect(await stores.jobs.get('j1')).toBeUndefined()
      expect(await stores.jobs.get('waits')).toMatchObject({ state: 'waiting' })
    })
  })
}
