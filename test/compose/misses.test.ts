import type { Stores } from '../../src/storage/stores'
import { forEachEngine } from '../support/engines'
import { testWorld, type TestWorld } from '../support/transcript-world'

const NOW = Date.parse('2026-11-24T09:00+05:30')

forEachEngine((_engine, open) => {
  describe('what was not understood', () => {
    let stores: Stores
    let world: TestWorld

    beforeEach(async () => {
      stores = await open()
      world = await testWorld({ now: NOW, open: async () => stores })
    })
    afterEach(() => world.close())

    async function say(...texts: readonly string[]): Promise<void> {
      const phone = world.standIn.phone({ channel: 'whatsapp', number: '+919876543210' })
      for (const text of texts) await phone.send(text)
    }

    async function counted(): Promise<readonly string[]> {
      await world.settle()
      const counts = await stores.misses.between('2026-11-24', '2026-11-24')
      return counts
        .map(({ flow, step, locale, nth, count }) => `${flow}/${step} ${locale} ${nth}: ${count}`)
        .sort()
    }

    it('is counted by step, language and miss in a row; the third is the one that a person hears of', async () => {
      await say('खून देना है', 'अबरा', 'का', 'डाबरा', 'अबरा', '28')
      expect(await counted()).toEqual(['donate/age hi 1: 2', 'donate/age hi 2: 1', 'donate/age hi 3: 1'])
    })

    it('is counted as a start when it is the first message; a greeting is not', async () => {
      await say('hello')
      expect(await counted()).toEqual([])
      await say('cancel', 'qwerty zxcvb')
      expect(await counted()).toEqual(['menu/start hi 1: 1'])
    })

    it('is counted once, though it is delivered twice', async () => {
      await say('khoon dena hai', 'abra')
      const phone = world.standIn.phone({ channel: 'whatsapp', number: '+919876543210' })
      await phone.redeliver(world.standIn.messages.find(({ body }) => body === 'abra')?.sid ?? '')
      expect(await counted()).toEqual(['donate/age hi-Latn 1: 1'])
    })
  })
})
