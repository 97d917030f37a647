import type { OpenStores } from '../../support/engines'
import { openPlaces } from '../../../src/blood/alerts/places'
import {
  aClaim,
  aConversation,
  aDonation,
  aDonor,
  aFile,
  aHandOver,
  anAlert,
  aPatient,
  aRequest,
  NOW,
} from '../../support/records'

export function repointContract(open: OpenStores): void {
  describe('repoint', () => {
    it('gives everything of a joined contact to the one that stays, repeatably', async () => {
      const stores = await open()
      await stores.requests.raise('k', aRequest({ contactId: 'newer' }), [])
      await stores.patients.add(aPatient({ guardians: ['other', 'newer'] }))
      await stores.patients.addClaim(aClaim({ contactId: 'newer' }))
      await stores.donors.register('d', aDonor({ id: 'newer' }), [
        { id: 't1', kind: 'consent', payload: '{}' },
      ])
      await stores.handOvers.open('h', aHandOver({ contactId: 'newer' }), [])
      await stores.files.put(aFile({ contactId: 'newer' }))
      await stores.conversations.write(
        aConversation({ id: 'newer:whatsapp:+1', contactId: 'newer', sender: '+1' }),
      )
      for (let again = 0; again < 2; again++) await stores.repoint('newer', 'older')
      expect((await stores.requests.openOf('older')).map(({ id }) => id)).toEqual(['r1'])
      expect(await stores.requests.openOf('newer')).toEqual([])
      expect((await stores.patients.ofGuardian('older'))[0]?.guardians).toEqual(['other', 'older'])
      expect(await stores.patients.ofGuardian('newer')).toEqual([])
      expect((await stores.patients.getClaim(aClaim().id))?.contactId).toBe('older')
      expect(await stores.donors.get('older')).toEqual(aDonor({ id: 'older' }))
      expect(await stores.donors.get('newer')).toBeUndefined()
      expect((await stores.handOvers.byCode(aHandOver().code))?.contactId).toBe('older')
      expect((await stores.files.of('older', 0)).map(({ id }) => id)).toEqual(['f1'])
      expect(await stores.files.of('newer', 0)).toEqual([])
      expect(await stores.conversations.load('older:whatsapp:+1')).toMatchObject({ contactId: 'older' })
      const [left] = await stores.todos.open(10, 'older')
      expect(left?.id).toBe('t1')
    })

    it.each([
      ['the place among guardians', ['newer', 'uncle'], ['older', 'uncle']],
      ['the first of two places', ['newer', 'uncle', 'older'], ['older', 'uncle']],
      ['the first of two places, the other way round', ['older', 'uncle', 'newer'], ['older', 'uncle']],
    ])('keeps %s: whoever spoke first for a patient decides on claims', async (_what, before, after) => {
      const stores = await open()
      await stores.patients.add(aPatient({ guardians: before }))
      for (let again = 0; again < 2; again++) await stores.repoint('newer', 'older')
      expect((await stores.patients.get(aPatient().id))?.guardians).toEqual(after)
      expect(await stores.patients.ofGuardian('older')).toHaveLength(1)
    })

    it('gives alerts and places to the contact that stays, and one place of two', async () => {
      const stores = await open()
      const { alerts, places } = stores
      await alerts.add([anAlert({ contactId: 'newer' })])
      for (const [requestId, donors] of [
        ['r1', ['newer']],
        ['r2', ['older', 'newer']],
        ['r3', ['first', 'newer']],
      ] as const) {
        await places.open(openPlaces(requestId, 1, requestId === 'r3' ? 1 : 3))
        for (const donorId of donors)
          await places.claim(`${requestId} ${donorId}`, requestId, { donorId, at: NOW, todo: [] })
      }
      for (let again = 0; again < 2; again++) await stores.repoint('newer', 'older')
      expect((await alerts.ofContact('older', 0)).map(({ id }) => id)).toEqual(['a1'])
      expect(await alerts.ofContact('newer', 0)).toEqual([])
      const donorsOf = async (requestId: string) => {
        const stored = await places.get(requestId)
        return [...(stored?.pledges ?? []), ...(stored?.standby ?? [])].map(({ donorId }) => donorId)
      }
      expect(await donorsOf('r1')).toEqual(['older'])
      expect(await donorsOf('r2')).toEqual(['older'])
      expect(await donorsOf('r3')).toEqual(['first', 'older'])
    })

    it('gives donations to the contact that stays', async () => {
      const stores = await open()
      const { donations } = stores
      const own = await donations.add(aDonation({ donorId: 'older', on: '2025-08-01' }))
      const moved = await donations.add(aDonation({ donorId: 'newer', campId: 'police-lines' }))
      for (let again = 0; again < 2; again++) await stores.repoint('newer', 'older')
      const now = { ...moved, donorId: 'older' }
      expect(await donations.ofDonor('older')).toEqual([now, own])
      expect(await donations.ofDonor('newer')).toEqual([])
      expect(await donations.ofCamp('police-lines')).toEqual([now])
    })

    it('keeps the registration of the contact that stays', async () => {
      const stores = await open()
      const { donors } = stores
      await donors.register('d1', aDonor({ id: 'newer', group: 'A+' }), [])
      await donors.register('d2', aDonor({ id: 'older', group: 'B-' }), [])
      await stores.repoint('newer', 'older')
      expect((await donors.get('older'))?.group).toBe('B-')
      expect(await donors.get('newer')).toBeUndefined()
    })
  })
}
