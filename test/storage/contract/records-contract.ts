import { without } from '../../../src/storage/transitions/without'
import type { OpenStores } from '../../support/engines'
import { aCamp, aClaim, aConversation, aDraft, aFile, aHandOver, aPatient, NOW } from '../../support/records'

const DAY = 86_400_000

export function recordsContract(open: OpenStores): void {
  describe('PatientStore', () => {
    it('keeps the first patient of an id', async () => {
      const { patients } = await open()
      expect(await patients.add(aPatient())).toEqual(aPatient())
      expect(await patients.add(aPatient({ initials: 'ZZ' }))).toEqual(aPatient())
      expect(await patients.get('p1')).toEqual(aPatient())
      expect(await patients.get('nobody')).toBeUndefined()
    })

    it('lists the patients of a guardian, oldest first', async () => {
      const { patients } = await open()
      await patients.add(aPatient({ id: 'young', createdAt: NOW + 1 }))
      await patients.add(aPatient({ id: 'old', guardians: ['c8', 'c1'] }))
      await patients.add(aPatient({ id: 'other', guardians: ['c8'] }))
      expect((await patients.ofGuardian('c1')).map(({ id }) => id)).toEqual(['old', 'young'])
    })

    it('links a claimant when somebody says yes, repeatably', async () => {
      const { patients } = await open()
      await patients.add(aPatient())
      await patients.addClaim(aClaim())
      await patients.addClaim(aClaim({ contactId: 'c10' }))
      expect(await patients.claimsOn('p1')).toEqual([aClaim()])
      expect(await patients.decideClaim('k1', 'link')).toBe(true)
      expect(await patients.decideClaim('k1', 'link')).toBe(true)
      expect(await patients.decideClaim('k1', 'refuse')).toBe(true)
      expect(await patients.claimsOn('p1')).toEqual([])
      expect((await patients.get('p1'))?.guardians).toEqual(['c1', 'c9'])
      expect((await patients.ofGuardian('c9')).map(({ id }) => id)).toEqual(['p1'])
    })

    it('ends a refused claim and links nobody', async () => {
      const { patients } = await open()
      await patients.add(aPatient())
      await patients.addClaim(aClaim())
      expect(await patients.decideClaim('k1', 'refuse')).toBe(true)
      expect(await patients.decideClaim('nobody', 'refuse')).toBe(false)
      expect(await patients.claimsOn('p1')).toEqual([])
      expect((await patients.get('p1'))?.guardians).toEqual(['c1'])
    })
  })

  describe('CampStore', () => {
    it('lists camps on or after a day, nearest first', async () => {
      const { camps } = await open()
      await camps.put(aCamp({ id: 'afternoon', date: '2026-02-01', from: '14:00' }))
      await camps.put(aCamp({ id: 'march', date: '2026-03-01' }))
      await camps.put(aCamp({ id: 'january', date: '2026-01-31' }))
      await camps.put(aCamp({ id: 'morning', date: '2026-02-01' }))
      expect((await camps.from('2026-02-01', 10)).map(({ id }) => id)).toEqual([
        'morning',
        'afternoon',
        'march',
      ])
      expect((await camps.from('2026-02-01', 1)).map(({ id }) => id)).toEqual(['morning'])
    })

    it('replaces a camp of the same id', async () => {
      const { camps } = await open()
      await camps.put(aCamp())
      const moved = without(aCamp({ date: '2026-05-01' }), 'mapLink')
      await camps.put(moved)
      expect(await camps.from('2026-01-01', 10)).toEqual([moved])
    })

    it('removes a camp, and knows which came from the file', async () => {
      const { camps } = await open()
      const planned = aCamp({ id: 'planned', date: '2025-01-01', planned: true })
      await camps.put(planned)
      await camps.put(aCamp({ id: 'entered' }))
      expect(await camps.planned()).toEqual([planned])
      for (let again = 0; again < 2; again++) await camps.remove('planned')
      expect(await camps.planned()).toEqual([])
      expect((await camps.from('2025-01-01', 10)).map(({ id }) => id)).toEqual(['entered'])
    })
  })

  describe('PublishedFlowStore', () => {
    it('keeps a version as it was first published', async () => {
      const { flows } = await open()
      const flow = { version: 'v1', flowId: 'request', source: 'id: request' }
      await flows.publish(flow)
      await Promise.all([flows.publish({ ...flow, source: 'other' }), flows.publish(flow)])
      expect(await flows.get('v1')).toEqual(flow)
      expect(await flows.get('v2')).toBeUndefined()
    })
  })

  describe('Stores', () => {
    it('forgets what is past its time and nothing else', async () => {
      const stores = await open()
      const spoken = aConversation({ expireAt: NOW + DAY })
      await stores.conversations.write(spoken)
      await stores.conversations.write(aConversation({ id: 'silent', expireAt: NOW + DAY }))
      await stores.conversations.write({ ...spoken, rev: 2, expireAt: NOW + 900 * DAY })
      await stores.files.put(aFile())
      await stores.handOvers.open('k1', aHandOver(), [])
      await stores.outbox.enqueue([aDraft({ lane: 'l' })], NOW)
      expect(await stores.forget(NOW)).toBe(0)
      await stores.forget(NOW + 400 * DAY)
      expect(await stores.conversations.load('silent')).toBeUndefined()
      expect(await stores.conversations.load(spoken.id)).toMatchObject({ rev: 2 })
      expect(await stores.files.get('f1', NOW)).toBeUndefined()
      expect(await stores.handOvers.byCode('C34K')).toBeUndefined()
      expect(await stores.outbox.get('o1')).toBeUndefined()
      expect(await stores.outbox.laneBusy('l')).toBe(false)
      expect(await stores.conversations.activeSince(NOW)).toHaveLength(1)
      const reborn = aConversation({ id: 'silent', born: 'again' })
      expect(await stores.conversations.write(reborn)).toBe(true)
      expect((await stores.handOvers.open('k1', aHandOver({ id: 'h2' }), [])).ok).toBe(true)
    })

    it('answers a ping', async () => {
      await expect((await open()).ping()).resolves.toBeUndefined()
    })
  })
}
