import { conversationId } from '../../../src/conversation/turn/conversation-store'
import type { Conversation } from '../../../src/conversation/turn/conversation'
import { without } from '../../../src/storage/transitions/without'
import type { OpenStores } from '../../support/engines'
import { aConversation, aMessage, NOW } from '../../support/records'

const MINUTE = 60_000

function next(of: Conversation, override: Partial<Conversation> = {}): Conversation {
  return { ...of, rev: of.rev + 1, ...override }
}

export function conversationContract(open: OpenStores): void {
  describe('ConversationStore', () => {
    it('gives back what was written, whatever the bot keeps', async () => {
      const { conversations } = await open()
      const full = aConversation({
        intention: {
          key: 'SM1:request/confirm:1',
          action: 'raise_request',
          args: { 'a.b': '$x', nested: { units: 2 } },
          message: aMessage({ tap: { id: 't', title: 'हाँ' }, location: { latitude: 26.4, longitude: 80.3 } }),
          nth: 1,
          replies: ['धन्यवाद'],
        },
        pending: [aMessage({ sid: 'SM2' })],
        handover: [{ outboxId: 'o1', body: 'ठीक', seq: 0, at: NOW }],
        answered: [{ sid: 'SM0', at: NOW, path: 'twiml', replies: ['नमस्ते'] }],
        unfinishedSince: NOW,
      })
      expect(await conversations.write(full)).toBe(true)
      expect(await conversations.load(full.id)).toEqual(full)
      expect(await conversations.load('nobody')).toBeUndefined()
    })

    it('survives closing and opening again', async () => {
      const first = await open()
      await first.conversations.write(aConversation())
      await first.close()
      const { conversations } = await open()
      expect(await conversations.load(aConversation().id)).toEqual(aConversation())
      expect(await conversations.write(next(aConversation()))).toBe(true)
    })

    it.each<[string, Partial<Conversation>, boolean]>([
      ['the next revision', { rev: 3 }, true],
      ['the same revision', { rev: 2 }, false],
      ['a revision too far', { rev: 4 }, false],
      ['a first revision of an existing one', { rev: 1 }, false],
      ['another birth', { rev: 3, born: 'born-2' }, false],
    ])('decides a write with %s', async (_label, override, written) => {
      const { conversations } = await open()
      const second = next(aConversation(), { bot: 'second' })
      await conversations.write(aConversation())
      await conversations.write(second)
      const third = { ...second, bot: 'third', ...override }
      expect(await conversations.write(third)).toBe(written)
      expect(await conversations.load(second.id)).toEqual(written ? third : second)
    })

    it('refuses a later revision of a conversation that is not there', async () => {
      const { conversations } = await open()
      expect(await conversations.write(aConversation({ rev: 2 }))).toBe(false)
      expect(await conversations.load(aConversation().id)).toBeUndefined()
    })

    it.each([1, 2])('lets one of 50 simultaneous writes of revision %i win', async (rev) => {
      const { conversations } = await open()
      if (rev === 2) await conversations.write(aConversation())
      const rivals = Array.from({ length: 50 }, (_, i) => aConversation({ rev, bot: i }))
      const won = await Promise.all(rivals.map((rival) => conversations.write(rival)))
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(await conversations.load(aConversation().id)).toEqual(rivals[won.indexOf(true)])
    })

    it('shows a loser what the winner wrote', async () => {
      const { conversations } = await open()
      const seen = await Promise.all(
        ['one', 'two'].map(async (bot) => {
          await conversations.write(aConversation({ bot }))
          return conversations.load(aConversation().id)
        }),
      )
      expect(seen[0]).toEqual(seen[1])
    })

    it('lists unfinished conversations oldest first, until they are finished', async () => {
      const { conversations } = await open()
      const late = aConversation({ id: 'late', unfinishedSince: NOW })
      const early = aConversation({ id: 'early', unfinishedSince: NOW - MINUTE })
      const future = aConversation({ id: 'future', unfinishedSince: NOW + 1 })
      for (const one of [late, early, future, aConversation({ id: 'done' })]) await conversations.write(one)
      expect(await conversations.unfinished(NOW, 10)).toEqual(['early', 'late'])
      expect(await conversations.unfinished(NOW, 1)).toEqual(['early'])
      const finished = without(next(early), 'unfinishedSince')
      await conversations.write(finished)
      await conversations.write(next(late, { unfinishedSince: NOW - 2 * MINUTE }))
      expect(await conversations.unfinished(NOW, 10)).toEqual(['late'])
    })

    it('lists the conversations that heard something since an instant', async () => {
      const { conversations } = await open()
      const quiet = aConversation({ id: 'quiet', lastInboundAt: NOW - 1 })
      const woken = aConversation({ id: 'woken', lastInboundAt: NOW - 60 * MINUTE })
      const exact = aConversation({ id: 'exact', lastInboundAt: NOW })
      for (const one of [quiet, woken, exact]) await conversations.write(one)
      await conversations.write(next(woken, { lastInboundAt: NOW + 30 * MINUTE }))
      const active = await conversations.activeSince(NOW)
      expect(active.map(({ id }) => id).sort()).toEqual(['exact', 'woken'])
      expect(await conversations.activeSince(NOW + 31 * MINUTE)).toEqual([])
    })

    describe('rehome', () => {
      const OURS = '+14155238886'
      const old = aConversation({
        id: conversationId('newer', 'whatsapp', OURS),
        contactId: 'newer',
        born: 'born-old',
        rev: 1,
        pending: [aMessage({ sid: 'SM7', receivedAt: NOW + 7 })],
        handover: [{ outboxId: 'o-old', body: 'बाकी', seq: 0, at: NOW }],
        answered: [{ sid: 'SM5', at: NOW - 5, path: 'rest' }],
        nextSeq: 1,
        unfinishedSince: NOW,
      })
      const home = conversationId('older', 'whatsapp', OURS)

      it('re-creates a conversation under the contact that stays', async () => {
        const { conversations } = await open()
        await conversations.write(old)
        await conversations.rehome('newer', 'older')
        const moved = await conversations.load(home)
        expect(moved).toEqual({ ...old, id: home, contactId: 'older', born: moved?.born })
        expect(moved?.born).not.toBe(old.born)
        expect(await conversations.load(old.id)).toBeUndefined()
        expect(await conversations.write(next(old))).toBe(false)
        expect(await conversations.unfinished(NOW, 10)).toEqual([home])
        expect(await conversations.write(next(moved as Conversation))).toBe(true)
      })

      it('adds only what is unfinished where the contact has one already', async () => {
        const { conversations } = await open()
        const intended = aMessage({ sid: 'SM6', receivedAt: NOW + 6 })
        const intention = { key: 'k', action: 'a', args: {}, message: intended, nth: 1, replies: [] }
        const existing = aConversation({
          id: home,
          contactId: 'older',
          bot: 'stays',
          answered: [{ sid: 'SM4', at: NOW - 4, path: 'rest' }],
          nextSeq: 3,
        })
        await conversations.write({ ...old, intention })
        await conversations.write(existing)
        await conversations.rehome('newer', 'older')
        expect(await conversations.load(home)).toEqual({
          ...existing,
          rev: 2,
          pending: [intended, ...old.pending],
          handover: [{ outboxId: 'o-old', body: 'बाकी', seq: 3, at: NOW }],
          nextSeq: 4,
          answered: [...old.answered, ...existing.answered],
          unfinishedSince: NOW,
        })
        expect(await conversations.load(old.id)).toBeUndefined()
        expect(await conversations.write(next(existing))).toBe(false)
      })

      it('changes nothing when repeated', async () => {
        const { conversations } = await open()
        await conversations.write(old)
        await conversations.rehome('newer', 'older')
        const moved = await conversations.load(home)
        await conversations.rehome('newer', 'older')
        expect(await conversations.load(home)).toEqual(moved)
      })

      it('leaves a contact alone whose id merely begins alike', async () => {
        const { conversations } = await open()
        const other = { ...old, id: conversationId('newer2', 'whatsapp', OURS), contactId: 'newer2' }
        await conversations.write(other)
        await conversations.rehome('newer', 'older')
        expect(await conversations.load(other.id)).toEqual(other)
      })
    })
  })
}
