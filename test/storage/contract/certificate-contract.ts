import { aCertificate } from '../../support/certificates'
import type { OpenStores } from '../../support/engines'

const todo = (id: string) => ({ id, kind: 'send', payload: '{}' })

export function certificateContract(open: OpenStores): void {
  describe('CertificateStore', () => {
    it('issues once under a key, with its follow-ups', async () => {
      const { certificates, todos } = await open()
      expect(await certificates.issue('k1', aCertificate(), [todo('t1')])).toEqual(aCertificate())
      const again = aCertificate({ name: 'Another' })
      expect(await certificates.issue('k1', again, [todo('t1')])).toEqual(aCertificate())
      expect(await certificates.get(aCertificate().id)).toEqual(aCertificate())
      expect(await certificates.get('nothing')).toBeUndefined()
      expect(await certificates.get('')).toBeUndefined()
      expect(await todos.open(10)).toHaveLength(1)
    })

    it('takes only the name of what is issued again, and sends it again', async () => {
      const { certificates, todos } = await open()
      await certificates.issue('k1', aCertificate(), [todo('t1')])
      const again = aCertificate({ name: 'Ram Kumar', contactId: 'c9', units: 2, issuedAt: 0 })
      const renamed = aCertificate({ name: 'Ram Kumar' })
      expect(await certificates.issue('k2', again, [todo('t2')])).toEqual(renamed)
      expect(await certificates.get(renamed.id)).toEqual(renamed)
      expect((await todos.open(10)).map(({ id }) => id)).toEqual(['t1', 't2'])
      await todos.done(renamed.id, 't1')
      expect(await todos.open(10)).toHaveLength(1)
    })

    it('issues one of 20 that come at once', async () => {
      const { certificates, todos } = await open()
      await Promise.all(
        Array.from({ length: 20 }, () => certificates.issue('k1', aCertificate(), [todo('t1')])),
      )
      expect(await certificates.ofContact('c1')).toEqual([aCertificate()])
      expect(await todos.open(50)).toHaveLength(1)
    })

    it('lists those of a contact by the day of the donation, the latest first', async () => {
      const stores = await open()
      const { certificates } = stores
      const [first, second, third] = [
        aCertificate({ id: 'A', on: '2025-08-01' }),
        aCertificate({ id: 'C', on: '2026-01-18' }),
        aCertificate({ id: 'D', on: '2025-12-31' }),
      ]
      for (const one of [first, second, third, aCertificate({ id: 'E', contactId: 'c2' })])
        await certificates.issue(`k ${one.id}`, one, [])
      expect(await certificates.ofContact('c1')).toEqual([second, third, first])
      for (let again = 0; again < 2; again++) await stores.repoint('c1', 'c2')
      expect(await certificates.ofContact('c1')).toEqual([])
      expect((await certificates.ofContact('c2')).map(({ id }) => id).sort()).toEqual(['A', 'C', 'D', 'E'])
    })
  })
}
