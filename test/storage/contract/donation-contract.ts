import type { OpenStores } from '../../support/engines'
import { aDonation, anImpact, aRequest, NOW } from '../../support/records'

export function donationContract(open: OpenStores): void {
  describe('DonationStore', () => {
    it('keeps a donation once: who is recorded again for a day has given once', async () => {
      const { donations } = await open()
      const first = aDonation({ campId: 'police-lines', requestId: 'r1' })
      expect(await donations.add(first)).toEqual(first)
      expect(await donations.add(aDonation({ kind: 'plasma_apheresis', at: NOW + 1 }))).toEqual(first)
      expect(await donations.get(first.id)).toEqual(first)
      expect(await donations.get('nothing')).toBeUndefined()
      expect(await donations.ofDonor('c2')).toEqual([first])
    })

    it('finds what one person gave, the latest first', async () => {
      const { donations } = await open()
      const given = ['2025-06-01', '2026-01-25', '2025-09-15'].map((on) => aDonation({ on }))
      for (const donation of [...given, aDonation({ donorId: 'c3' })]) await donations.add(donation)
      expect((await donations.ofDonor('c2')).map(({ on }) => on)).toEqual([
        '2026-01-25',
        '2025-09-15',
        '2025-06-01',
      ])
      expect(await donations.ofDonor('nobody')).toEqual([])
    })

    it('finds what was given in a period, its first and last day included', async () => {
      const { donations } = await open()
      for (const on of ['2021-06-01', '2021-03-31', '2021-04-01', '2021-05-31', '2021-05-01'])
        await donations.add(aDonation({ on }))
      const found = await donations.between({ from: '2021-04-01', to: '2021-05-31' })
      expect(found.map(({ on }) => on)).toEqual(['2021-04-01', '2021-05-01', '2021-05-31'])
      expect(await donations.between({ from: '2021-04-02', to: '2021-04-03' })).toEqual([])
    })

    it('finds what was given at a camp', async () => {
      const { donations } = await open()
      const given = [
        aDonation({ campId: 'police-lines', on: '2026-01-25' }),
        aDonation({ campId: 'police-lines', on: '2026-01-24', donorId: 'c3' }),
      ]
      for (const donation of [
        ...given,
        aDonation({ campId: 'chakeri', donorId: 'c4' }),
        aDonation({ on: '2025-01-01' }),
      ])
        await donations.add(donation)
      expect(await donations.ofCamp('police-lines')).toEqual([...given].reverse())
      expect(await donations.ofCamp('nowhere')).toEqual([])
    })
  })

  describe('ImpactStore', () => {
    it('takes a corrected number, and keeps who entered it first', async () => {
      const { impacts } = await open()
      expect(await impacts.put(anImpact())).toEqual(anImpact())
      const corrected = { ...anImpact(), patients: 14 }
      expect(await impacts.put(anImpact({ patients: 14, recordedBy: 'c8', at: NOW + 1 }))).toEqual(corrected)
      expect(await impacts.get(corrected.id)).toEqual(corrected)
      expect(await impacts.get('camp nowhere')).toBeUndefined()
    })

    it('finds those whose days all lie in the period', async () => {
      const { impacts } = await open()
      const camp = anImpact({ campId: 'police-lines' })
      const month = anImpact({ from: '2026-01-01', to: '2026-01-31' })
      for (const impact of [camp, month, anImpact({ from: '2026-01-20', to: '2026-02-10' })])
        await impacts.put(impact)
      expect(await impacts.within({ from: '2026-01-01', to: '2026-01-31' })).toEqual([month, camp])
      expect(await impacts.within({ from: '2026-01-02', to: '2026-01-25' })).toEqual([camp])
    })
  })

  describe('BloodRequestStore, for figures', () => {
    it('finds requests by when they were raised, closed ones too', async () => {
      const { requests } = await open()
      for (const [nth, createdAt] of [NOW + 2, NOW, NOW + 1].entries())
        await requests.raise(`k${nth}`, aRequest({ id: `r${nth}`, code: `K7F${nth}`, createdAt }), [])
      await requests.change('close', 'r1', (request) => ({
        ok: true,
        request: { ...request, verifiedAt: NOW, state: { status: 'closed', closedAt: NOW, reason: 'met' } },
        todo: [],
      }))
      const found = await requests.raisedWithin(NOW, NOW + 2)
      expect(found.map(({ id, verifiedAt }) => [id, verifiedAt])).toEqual([
        ['r1', NOW],
        ['r2', undefined],
      ])
    })
  })
}
