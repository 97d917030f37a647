import { homeCell, UNKNOWN_HOME } from '../../../src/blood/donors/home-cell'
import { without } from '../../../src/storage/transitions/without'
import type { OpenStores } from '../../support/engines'
import { aDonor } from '../../support/records'

const HERE = { lat: 26.4811, lon: 80.3077 }
const THERE = { lat: 26.55, lon: 80.45 }
const BOTH = [homeCell(HERE), homeCell(THERE)]
const ALL = { group: 'B+', cells: BOTH, after: '', limit: 10 } as const

export function donorContract(open: OpenStores): void {
  describe('DonorStore', () => {
    const register = async () => {
      const stores = await open()
      const { donors } = stores
      const add = (id: string, override = {}): Promise<unknown> =>
        donors.register(`key ${id}`, aDonor({ id, group: 'B+', point: HERE, ...override }), [])
      await add('d2')
      await add('d3', { point: THERE })
      await add('d1')
      await add('other group', { group: 'O+' })
      await add('elsewhere', { point: { lat: 28.6, lon: 77.2 } })
      await donors.register('key u', without(aDonor({ id: 'no home', group: 'B+' }), 'point'), [])
      const ids = async (
        ask: Partial<Parameters<typeof donors.livingIn>[0]> = {},
      ): Promise<readonly string[]> => (await donors.livingIn({ ...ALL, ...ask })).map(({ id }) => id)
      return { stores, donors, add, ids }
    }

    it('finds donors of a group by where they live, in batches by id', async () => {
      const { donors, ids } = await register()
      expect(await ids()).toEqual(['d1', 'd2', 'd3'])
      expect(await ids({ limit: 2 })).toEqual(['d1', 'd2'])
      expect(await ids({ limit: 2, after: 'd2' })).toEqual(['d3'])
      expect(await ids({ cells: [homeCell(THERE)] })).toEqual(['d3'])
      expect(await ids({ cells: [UNKNOWN_HOME] })).toEqual(['no home'])
      expect(await donors.livingIn({ ...ALL, limit: 1 })).toEqual([
        aDonor({ id: 'd1', group: 'B+', point: HERE }),
      ])
    })

    it('finds nobody who may not be asked', async () => {
      const { donors, ids } = await register()
      await donors.setAvailable('off', 'd1', false)
      expect(await ids()).toEqual(['d2', 'd3'])
      await donors.setAvailable('on', 'd1', true)
      expect(await ids()).toEqual(['d1', 'd2', 'd3'])
    })

    it('finds who moved or was joined to another where they are now', async () => {
      const { stores, donors, add, ids } = await register()
      await donors.register('moved', aDonor({ id: 'd1', group: 'B+', point: THERE }), [])
      expect(await ids({ cells: [homeCell(THERE)] })).toEqual(['d1', 'd3'])
      expect(await ids({ cells: [homeCell(HERE)] })).toEqual(['d2'])
      await stores.repoint('d2', 'd9')
      await add('d8', { point: HERE })
      await stores.repoint('d8', 'd3')
      expect(await ids()).toEqual(['d1', 'd3', 'd9'])
    })
  })
}
