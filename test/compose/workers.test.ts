import { MINUTE, SECOND } from '../../src/base/clock'
import { forEachEngine } from '../support/engines'
import { testWorld, type TestWorld } from '../support/transcript-world'

const NOW = Date.parse('2026-11-24T09:00+05:30')

forEachEngine((_engine, open) => {
  describe('a message whose webhook never reached us', () => {
    let world: TestWorld

    beforeEach(async () => {
      world = await testWorld({ now: NOW, open })
    })
    afterEach(() => world.close())

    const phone = () => world.standIn.phone({ channel: 'whatsapp', number: '+919876543210' })

    async function sendInVain(): Promise<void> {
      world.standIn.faults.onWebhook({ kind: 'refuse' }, 2)
      const { answered } = await phone().send('camp kab hai')
      expect(answered).toBe(false)
      world.standIn.faults.clear()
    }

    async function listen(): Promise<number> {
      await world.listen()
      await world.settle()
      return phone().inbox.length
    }

    it('is found in the list of the provider and answered once', async () => {
      await sendInVain()
      await world.wait(21 * SECOND)
      expect(await listen()).toBe(1)
      expect(phone().inbox).toMatchObject([{ via: 'api' }])
      for (let more = 0; more < 3; more++) {
        await world.wait(5 * MINUTE)
        expect(await listen()).toBe(1)
      }
    })

    it('is looked for every five minutes only', async () => {
      expect(await listen()).toBe(0)
      await sendInVain()
      await world.wait(4 * MINUTE)
      expect(await listen()).toBe(0)
      await world.wait(2 * MINUTE)
      expect(await listen()).toBe(1)
    })

    it('is not answered twice when it is delivered after all', async () => {
      await sendInVain()
      await world.wait(21 * SECOND)
      await listen()
      const sid = world.standIn.messages[0]?.sid ?? ''
      await phone().redeliver(sid)
      expect(await listen()).toBe(1)
    })
  })

  it('sends nothing again that only waits in the queue of the provider', async () => {
    const world = await testWorld({ now: NOW, open })
    try {
      world.standIn.behave({ deliveryMs: 10 * MINUTE })
      const phone = world.standIn.phone({ channel: 'whatsapp', number: '+919876543210' })
      await phone.send('camp kab hai')
      await world.wait(6 * MINUTE)
      await world.listen()
      await world.settle()
      await world.wait(10 * MINUTE)
      await world.settle()
      expect(phone.inbox).toHaveLength(1)
    } finally {
      await world.close()
    }
  })
})
