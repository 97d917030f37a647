import type { OpenStores } from '../../support/engines'
import { aDonation, NOW } from '../../support/records'

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
}
