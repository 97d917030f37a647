import { callBlockedFamily } from '../../../src/conversation/action/call-family'
import { DAY } from '../../../src/base/clock'
import { dispatch } from '../../../src/messaging/dispatcher'
import { forEachEngine } from '../../support/engines'
import { sendingDeps } from '../../messaging/support/sending-deps'
import { aDraft } from '../../support/records'
import {
  actionWorld,
  aNeed,
  COORDINATOR,
  MOTHER,
  NOW,
  textIn,
  type ActionWorld,
} from './support/action-world'

/** The provider refuses everything to the mother with 21610, and takes the rest. */
async function sendAll(world: ActionWorld): Promise<void> {
  const { stores } = world.deps
  let sent = 0
  const clock = { now: () => NOW, sleep: () => Promise.reject(new Error('nobody waits here')) }
  await dispatch({
    ...sendingDeps(stores, clock),
    sender: {
      send: async ({ to }) =>
        to === MOTHER
          ? { ok: false, error: { kind: 'opted_out', code: '21610' } }
          : { ok: true, sid: `SM-sent-${sent++}` },
    },
    onBlocked: (contactId) => callBlockedFamily(contactId, NOW, world.deps),
  })
}

forEachEngine((_engine, open) => {
  describe('a person whom the provider blocks', () => {
    it('with a request open is called by a coordinator, who is told once', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const code = textIn(await world.act(MOTHER, 'k1', aNeed()), 'code')
      await world.workOff()
      const contactId = await world.meet(MOTHER)
      await stores.outbox.enqueue([aDraft({ id: 'o1', contactId, to: MOTHER, notAfter: NOW + DAY })], NOW)
      await stores.outbox.enqueue([aDraft({ id: 'o2', contactId, to: MOTHER, notAfter: NOW + DAY })], NOW)
      await sendAll(world)
      expect((await stores.contacts.get(contactId))?.optOut).toBeDefined()
      const told = (await world.rows()).filter(({ body }) => body.includes('संदेश') && body.includes(code))
      expect(told.map(({ to, state }) => [to, state])).toEqual([[COORDINATOR, 'sent']])
    })

    it('without a request is only written to no more', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const contactId = await world.meet(MOTHER)
      await stores.outbox.enqueue([aDraft({ id: 'o1', contactId, to: MOTHER, notAfter: NOW + DAY })], NOW)
      await sendAll(world)
      expect((await stores.contacts.get(contactId))?.optOut).toBeDefined()
      expect(await world.rows()).toEqual([])
    })
  })
})
