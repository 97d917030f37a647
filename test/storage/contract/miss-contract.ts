import { DAY } from '../../../src/base/clock'
import type { OpenStores } from '../../support/engines'
import { aMissCount } from '../../support/records'

export function missContract(open: OpenStores): void {
  describe('MissStore', () => {
    it('adds to the same day, step, language and place in a row, and to nothing else', async () => {
      const { misses } = await open()
      const counts = [
        aMissCount({ count: 2 }),
        aMissCount({ nth: 3 }),
        aMissCount({ locale: 'en' }),
        aMissCount({ step: 'units' }),
        aMissCount({ flow: 'donate' }),
        aMissCount({ day: '2026-11-25' }),
      ]
      await misses.add(counts)
      await misses.add([])
      await misses.add([aMissCount({ count: 5 })])
      const found = await misses.between('2026-11-24', '2026-11-25')
      expect(found).toHaveLength(counts.length)
      expect(found).toEqual(expect.arrayContaining([aMissCount({ count: 7 }), ...counts.slice(1)]))
    })

    it('loses no count when many add at once, the first of all included', async () => {
      const { misses } = await open()
      await Promise.all(Array.from({ length: 20 }, () => misses.add([aMissCount(), aMissCount({ nth: 2 })])))
      const found = await misses.between('2026-11-24', '2026-11-24')
      expect(found.map(({ nth, count }) => [nth, count]).sort()).toEqual([
        [1, 20],
        [2, 20],
      ])
    })

    it('gives the days that are asked for, both ends included', async () => {
      const { misses } = await open()
      const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']
      await misses.add(days.map((day) => aMissCount({ day })))
      const found = await misses.between('2026-11-01', '2026-11-30')
      expect(found.map(({ day }) => day).sort()).toEqual(['2026-11-01', '2026-11-30'])
    })

    it('forgets a day after 400 days', async () => {
      const stores = await open()
      const days = ['2026-11-23', '2026-11-24']
      await stores.misses.add(days.map((day) => aMissCount({ day })))
      await stores.forget(Date.parse('2026-11-23') + 400 * DAY + 1)
      const found = await stores.misses.between('2026-01-01', '2026-12-31')
      expect(found.map(({ day }) => day)).toEqual(['2026-11-24'])
    })
  })
}
