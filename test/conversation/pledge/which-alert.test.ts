import type { Stores } from '../../../src/storage/stores'
import { describeEngine } from '../../support/engines'
import { testWorld, type TestWorld } from '../../support/transcript-world'
import { MOTHER, NEIGHBOUR, NOW } from '../action/support/action-world'
import { donorsWith, verifiedBy } from './support/asked-donors'

const DONOR = '+917000000001'
const PLACE_HELD = /A place is held for you/

describeEngine('embedded', (open) => {
  describe('a donor whom two families asked', () => {
    it('is asked which one a bare yes means', async () => {
      const { world, phone } = await askedByTwo(await open())
      await phone.send('yes')
      expect(phone.inbox.at(-1)?.text).toMatch(/Which one do you mean/)
      await world.close()
    })

    it.each([0, 1])('means the message that a yes quotes (%i)', async (nth) => {
      const stores = await open()
      const { world, phone, alerts } = await askedByTwo(stores)
      await phone.send('yes', { quotedSid: alerts[nth]?.sid ?? '' })
      expect(phone.inbox.at(-1)?.text).toMatch(PLACE_HELD)
      expect(await codesHeld(stores)).toEqual([/Code (....)/.exec(alerts[nth]?.text ?? '')?.[1]])
      await world.close()
    })
  })
})

/** Both requests were verified, and the first wave of each has reached the only donor. */
async function askedByTwo(stores: Stores): Promise<{
  readonly world: TestWorld
  readonly phone: ReturnType<TestWorld['standIn']['phone']>
  readonly alerts: ReturnType<TestWorld['standIn']['phone']>['inbox']
}> {
  await donorsWith([DONOR], stores)
  for (const family of [MOTHER, NEIGHBOUR]) await verifiedBy(family, stores)
  const world = await testWorld({ now: NOW, open: async () => stores })
  await world.settle()
  const phone = world.standIn.phone({ channel: 'whatsapp', number: DONOR })
  const alerts = [...phone.inbox]
  expect(alerts).toHaveLength(2)
  return { world, phone, alerts }
}

async function codesHeld(stores: Stores): Promise<readonly string[]> {
  const { contact } = await stores.contacts.resolve({ phone: DONOR }, 'look', NOW)
  const places = await stores.places.ofDonor(contact.id)
  const requests = await Promise.all(places.map(({ id }) => stores.requests.get(id)))
  return requests.flatMap((request) => request?.code ?? [])
}
