import type { Camp } from '../../../src/blood/camps/camp'
import { seedCamps } from '../../../src/blood/camps/seed-camps'
import type { CampPlan } from '../../../src/blood/organisation/organisation'
import { forEachEngine } from '../../support/engines'
import { aCamp } from '../../support/records'

function aPlan(id: string, when: CampPlan['when']): CampPlan {
  const { name, place, from, until, bloodCentre } = aCamp()
  return { id, name, place, from, until, bloodCentre, when }
}

function dates(camps: readonly Camp[]): unknown {
  return camps.map(({ id, date }) => [id, date])
}

forEachEngine((_engine, open) => {
  describe('seedCamps', () => {
    it.each([
      ['a Tuesday', '2026-11-24', '2026-11-29', '2026-12-06'],
      ['a Saturday', '2026-11-28', '2026-11-29', '2026-12-06'],
      ['a Sunday', '2026-11-29', '2026-12-06', '2026-12-13'],
    ])('counts Sundays after %s, so that no sample lies in the past', async (...row) => {
      const [, today, first, second] = row
      const { camps } = await open()
      const plans = [aPlan('next', { sunday: 1 }), aPlan('later', { sunday: 2 })]
      for (let start = 0; start < 2; start++) await seedCamps(camps, { plans, today })
      expect(dates(await camps.from('2026-01-01', 10))).toEqual([
        ['next', first],
        ['later', second],
      ])
    })

    it('moves a camp whose day was changed in the file', async () => {
      const { camps } = await open()
      const today = '2026-11-24'
      await seedCamps(camps, { plans: [aPlan('a', { date: '2026-12-01' })], today })
      await seedCamps(camps, { plans: [aPlan('a', { date: '2026-12-05' })], today })
      expect(dates(await camps.from(today, 10))).toEqual([['a', '2026-12-05']])
    })

    it('takes away what the file names no more, and nothing that never came from it', async () => {
      const { camps } = await open()
      const today = '2026-11-24'
      await camps.put(aCamp({ id: 'entered', date: '2026-12-02' }))
      await seedCamps(camps, {
        plans: [aPlan('sample', { sunday: 1 }), aPlan('real', { date: '2026-12-01' })],
        today,
      })
      await seedCamps(camps, { plans: [aPlan('real', { date: '2026-12-01' })], today })
      expect(dates(await camps.from('2026-01-01', 10))).toEqual([
        ['real', '2026-12-01'],
        ['entered', '2026-12-02'],
      ])
    })
  })
})
