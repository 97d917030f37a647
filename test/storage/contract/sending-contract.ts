import type { TemplateRecord } from '../../../src/messaging/templates/template-store'
import type { OpenStores } from '../../support/engines'
import { aTemplateRecord, NOW } from '../../support/records'

const HOUR = 3_600_000
const ask = (member: string, override: { now?: number; limit?: number; quota?: string } = {}) => ({
  quota: 'people +1415',
  member,
  now: NOW,
  windowMs: 24 * HOUR,
  limit: 2,
  ...override,
})

export function sendingContract(open: OpenStores): void {
  describe('QuotaStore', () => {
    it('counts each member once, up to the limit', async () => {
      const { quotas } = await open()
      expect(await quotas.admit(ask('a'))).toBe(true)
      expect(await quotas.admit(ask('b', { now: NOW + 1 }))).toBe(true)
      expect(await quotas.admit(ask('c', { now: NOW + 2 }))).toBe(false)
      expect(await quotas.admit(ask('a', { now: NOW + 3 }))).toBe(true)
      expect(await quotas.admit(ask('c', { quota: 'people +91' }))).toBe(true)
      expect(await quotas.admit(ask('c', { limit: 3, now: NOW + 4 }))).toBe(true)
    })

    it('forgets a member after its time, which a repeat does not prolong', async () => {
      const stores = await open()
      await stores.quotas.admit(ask('a', { limit: 1 }))
      await stores.quotas.admit(ask('a', { limit: 1, now: NOW + 23 * HOUR }))
      expect(await stores.quotas.admit(ask('b', { limit: 1, now: NOW + 24 * HOUR - 1 }))).toBe(false)
      expect(await stores.quotas.admit(ask('b', { limit: 1, now: NOW + 24 * HOUR }))).toBe(true)
      await stores.forget(NOW + 24 * HOUR + 1)
      expect(await stores.quotas.admit(ask('a', { limit: 1, now: NOW + 25 * HOUR }))).toBe(false)
      expect(await stores.quotas.admit(ask('a', { limit: 2, now: NOW + 25 * HOUR }))).toBe(true)
    })

    it('counts anew when those who counted first are gone', async () => {
      const { quotas } = await open()
      await quotas.admit(ask('a'))
      await quotas.admit(ask('b', { now: NOW + HOUR }))
      expect(await quotas.admit(ask('c', { now: NOW + 24 * HOUR }))).toBe(true)
      expect(await quotas.admit(ask('d', { now: NOW + 24 * HOUR + 1 }))).toBe(false)
      expect(await quotas.admit(ask('d', { now: NOW + 25 * HOUR }))).toBe(true)
    })

    it('never gives the last places to more than there are', async () => {
      const { quotas } = await open()
      const asked = Array.from({ length: 12 }, (_, i) => quotas.admit(ask(`m${i}`, { limit: 5 })))
      const admitted = (await Promise.all(asked)).filter(Boolean).length
      expect(admitted).toBeLessThanOrEqual(5)
      // Whoever withdrew at the same moment may come again.
      for (let i = 0; i < 12; i++) await quotas.admit(ask(`m${i}`, { limit: 5, now: NOW + 1 }))
      expect(await quotas.admit(ask('one more', { limit: 5, now: NOW + 2 }))).toBe(false)
    })
  })

  describe('RateStore', () => {
    it('lets only so many leave in a second, and says how long the rest must wait', async () => {
      const { rates } = await open()
      const ask = (key: string) => rates.take({ key, perSecond: 2 })
      const waits = await Promise.all(Array.from({ length: 50 }, () => ask('+1415')))
      const waiting = waits.filter((ms) => ms > 0)
      expect(waits).toContain(0)
      // Two to a second, and they may meet the end of one.
      expect(waiting.length).toBeGreaterThanOrEqual(40)
      expect(Math.max(...waiting)).toBeLessThanOrEqual(1000)
      expect(await ask('+91')).toBe(0)
    })
  })

  describe('TemplateStore', () => {
    it('keeps records by name, the newest last', async () => {
      const { templates } = await open()
      const old: TemplateRecord = aTemplateRecord({ id: 'z', pushedAt: NOW })
      const fresh: TemplateRecord = aTemplateRecord({ id: 'a', pushedAt: NOW + 1, reason: 'INVALID_FORMAT' })
      await templates.put([])
      await templates.put([fresh, old])
      expect(await templates.list()).toEqual([old, fresh])
      await templates.put([{ ...old, status: 'approved', category: 'MARKETING' }])
      expect(await templates.list()).toMatchObject([{ id: 'z', status: 'approved' }, { id: 'a' }])
    })
  })
}
