import { StorageError } from '../../../src/base/storage-error'
import type { Conversation } from '../../../src/conversation/turn/conversation'
import type { ConversationStore } from '../../../src/conversation/turn/conversation-store'
import { Lane, Lanes } from '../../../src/conversation/turn/lane'
import { manualClock } from '../../channels/support/manual-clock'
import { describeEngine } from '../../support/engines'
import { faultyStores } from '../../support/faulty-stores'
import { aConversation } from '../../support/records'

const FRESH = aConversation({ rev: 0 })
const fresh = (): Conversation => FRESH
const talked =
  (text: string) =>
  (current: Conversation): Conversation => ({ ...current, bot: text })

function laneOn(conversations: ConversationStore): Lane {
  return new Lane(FRESH.id, { conversations, clock: manualClock() })
}

describeEngine('embedded', (open) => {
  describe('a lane', () => {
    it('reads once, and then writes on what it wrote', async () => {
      const { stores, calls } = faultyStores(await open())
      const lane = laneOn(stores.conversations)
      expect(lane.known).toBe(false)
      expect(await lane.open(fresh)).toEqual(FRESH)
      expect(await lane.write(talked('one'))).toBe(true)
      expect(await lane.write(talked('two'))).toBe(true)
      expect(await lane.open(fresh)).toMatchObject({ rev: 2, bot: 'two' })
      expect(calls).toEqual(['conversations.load', 'conversations.write', 'conversations.write'])
    })

    it('writes one at a time, each on the one before', async () => {
      const { conversations } = await open()
      const lane = laneOn(conversations)
      await lane.open(fresh)
      const add = (text: string) => lane.write((current) => ({ ...current, bot: `${current.rev}${text}` }))
      expect(await Promise.all([add('a'), add('b'), add('c')])).toEqual([true, true, true])
      expect(await conversations.load(FRESH.id)).toMatchObject({ rev: 3, bot: '2c' })
    })

    it('writes nothing over what somebody else wrote, until it is opened again', async () => {
      const { conversations } = await open()
      const [mine, other] = [laneOn(conversations), laneOn(conversations)]
      await mine.open(fresh)
      await other.open(fresh)
      await other.write(talked('other'))
      expect(await mine.write(talked('mine'))).toBe(false)
      expect(mine.known).toBe(false)
      expect(mine.current).toEqual(FRESH)
      expect(await mine.write(talked('mine'))).toBe(false)
      expect(await mine.open(fresh)).toMatchObject({ bot: 'other' })
      expect(await mine.write(talked('mine'))).toBe(true)
    })

    it('does not take a re-created conversation for the one it knew', async () => {
      const { conversations } = await open()
      const lane = laneOn(conversations)
      await lane.open(fresh)
      await lane.write(talked('before'))
      await conversations.rehome(FRESH.contactId, 'somebody')
      await conversations.rehome('somebody', FRESH.contactId)
      expect(await lane.write(talked('after'))).toBe(false)
    })

    it.each(['before', 'after'] as const)('reads again after a write that failed %s it', async (kind) => {
      const { stores } = faultyStores(await open(), [{ at: 2, kind }])
      const lane = laneOn(stores.conversations)
      await lane.open(fresh)
      await expect(lane.write(talked('one'))).rejects.toThrow(StorageError)
      expect(lane.known).toBe(false)
      expect(await lane.open(fresh)).toMatchObject({ rev: kind === 'after' ? 1 : 0 })
    })

    it('says that a load failed with the storage', async () => {
      const { stores } = faultyStores(await open(), [{ at: 1, kind: 'before' }])
      await expect(laneOn(stores.conversations).open(fresh)).rejects.toThrow(StorageError)
    })

    it('opens what is stored, and nothing where nothing is', async () => {
      const { conversations } = await open()
      const lane = laneOn(conversations)
      expect(await lane.openStored()).toBeUndefined()
      await conversations.write(aConversation())
      expect(await lane.openStored()).toEqual(aConversation())
      expect(lane.known).toBe(true)
    })
  })

  describe('the lanes of a process', () => {
    it('forget the one that was used longest ago', async () => {
      const { conversations } = await open()
      const lanes = new Lanes({ conversations, clock: manualClock() }, 2)
      for (const id of ['a', 'b', 'a', 'c']) {
        await lanes.of(id).open(() => aConversation({ id, rev: 0 }))
      }
      expect(['a', 'b', 'c'].filter((id) => lanes.knows(id))).toEqual(['a', 'c'])
    })

    it('give a view apart, which changes nothing in the one of the turn', async () => {
      const { conversations } = await open()
      const lanes = new Lanes({ conversations, clock: manualClock() })
      const turn = lanes.of(FRESH.id)
      await turn.open(fresh)
      const apart = lanes.apart(FRESH.id)
      await apart.open(fresh)
      await apart.write(talked('apart'))
      expect(turn.current).toEqual(FRESH)
      expect(await turn.write(talked('turn'))).toBe(false)
    })
  })
})
