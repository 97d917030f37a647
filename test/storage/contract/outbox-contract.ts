import type { DeliveryStatus } from '../../../src/messaging/delivery-status'
import type { SendError } from '../../../src/messaging/sender'
import type { OpenStores } from '../../support/engines'
import { aDraft, NOW } from '../../support/records'

const LEASE = 30_000
const ask = (override: { now?: number; limit?: number } = {}) => ({
  now: NOW,
  leaseMs: LEASE,
  limit: 10,
  ...override,
})
const later: SendError = { kind: 'later', code: '20429', retryAfterMs: 1000 }
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

export function outboxContract(open: OpenStores): void {
  describe('OutboxStore', () => {
    it('keeps the first of two drafts with one id', async () => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft(), aDraft({ body: 'दूसरा' })], NOW)
      await outbox.enqueue([aDraft({ body: 'तीसरा' }), aDraft({ id: 'o2' })], NOW + 1)
      expect(await outbox.get('o1')).toEqual({
        ...aDraft(),
        state: 'queued',
        attempts: 0,
        enqueuedAt: NOW,
        dueAt: NOW,
      })
      expect(await outbox.get('o2')).toMatchObject({ enqueuedAt: NOW + 1 })
      expect(await outbox.get('o3')).toBeUndefined()
    })

    it('claims due rows by the priority of their purposes, then by due time', async () => {
      const { outbox } = await open()
      await outbox.enqueue(
        [
          aDraft({ id: 'news early', purpose: 'news', notBefore: NOW - 9 }),
          aDraft({ id: 'reply late', notBefore: NOW - 1 }),
          aDraft({ id: 'reply early', notBefore: NOW - 2 }),
          aDraft({ id: 'reply tomorrow', notBefore: NOW + 1 }),
          aDraft({ id: 'news late', purpose: 'news', notBefore: NOW }),
        ],
        NOW,
      )
      expect(ids(await outbox.claim(ask({ limit: 3 })))).toEqual(['reply early', 'reply late', 'news early'])
      const rest = await outbox.claim(ask())
      expect(rest).toEqual([
        expect.objectContaining({ id: 'news late', state: 'claimed', attempts: 1, leaseUntil: NOW + LEASE }),
      ])
      expect(await outbox.claim(ask())).toEqual([])
    })

    it('claims what is due at the same moment by seq, whatever the ids', async () => {
      const { outbox } = await open()
      const inOrder = ['c', 'a', 'd', 'b']
      const drafts = inOrder.map((id, seq) => aDraft({ id, seq, purpose: 'coordinator' }))
      await outbox.enqueue([...drafts].reverse(), NOW)
      expect(ids(await outbox.claim(ask({ limit: 2 })))).toEqual(['c', 'a'])
      expect(ids(await outbox.claim(ask()))).toEqual(['d', 'b'])
    })

    it('claims only the priorities that are asked for', async () => {
      const { outbox } = await open()
      const purposes = ['bulk', 'reminder', 'alert', 'reply', 'coordinator'] as const
      await outbox.enqueue(
        purposes.map((purpose) => aDraft({ id: purpose, purpose })),
        NOW,
      )
      expect(ids(await outbox.claim({ ...ask(), priorities: [2, 6] }))).toEqual(['alert', 'bulk'])
      expect(ids(await outbox.claim(ask()))).toEqual(['reply', 'coordinator', 'reminder'])
    })

    it('counts what was put off without being tried, and says why', async () => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft()], NOW)
      for (const attempt of [1, 2]) {
        await outbox.claim(ask({ now: NOW + attempt }))
        await outbox.settle('o1', attempt, { state: 'queued', dueAt: NOW + attempt + 1, reason: 'rate' })
      }
      expect(await outbox.get('o1')).toMatchObject({
        state: 'queued',
        attempts: 2,
        postponed: 2,
        reason: 'rate',
      })
      await outbox.claim(ask({ now: NOW + 9 }))
      await outbox.settle('o1', 3, { state: 'rerouted' })
      expect(await outbox.get('o1')).toMatchObject({ state: 'rerouted', postponed: 2 })
      expect(await outbox.get('o1')).not.toHaveProperty('reason')
      expect(await outbox.claim(ask({ now: NOW + 99 }))).toEqual([])
    })

    it('keeps all that a draft says', async () => {
      const { outbox } = await open()
      const draft = aDraft({
        template: { key: 'alert', locale: 'hi', values: { group: 'B+' } },
        by: 'template',
        subject: { kind: 'request', id: 'r1' },
        happensAt: NOW + 1,
        nightApprovedBy: 'c9',
      })
      await outbox.enqueue([draft], NOW)
      expect(await outbox.get('o1')).toMatchObject(draft)
    })

    it('gives only the first unsettled row of a lane, by seq', async () => {
      const { outbox } = await open()
      await outbox.enqueue(
        [aDraft({ id: 'b', lane: 'l', seq: 1 }), aDraft({ id: 'c', lane: 'l', seq: 2 })],
        NOW,
      )
      await outbox.enqueue([aDraft({ id: 'a', lane: 'l', seq: 0 })], NOW)
      for (const expected of ['a', 'b', 'c']) {
        expect(await outbox.laneBusy('l')).toBe(true)
        expect(ids(await outbox.claim(ask()))).toEqual([expected])
        expect(await outbox.claim(ask())).toEqual([])
        expect(await outbox.settle(expected, 1, { state: 'sent', sid: `S${expected}` })).toBe(true)
      }
      expect(await outbox.laneBusy('l')).toBe(false)
      expect(await outbox.get('b')).toMatchObject({ state: 'sent', sid: 'Sb' })
    })

    it.each(['failed', 'expired', 'withheld'] as const)('goes on in the lane after %s', async (state) => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft({ id: 'a', lane: 'l' }), aDraft({ id: 'b', lane: 'l', seq: 1 })], NOW)
      await outbox.claim(ask())
      const error = { kind: 'unreachable', code: '63016' } as const
      await outbox.settle('a', 1, state === 'failed' ? { state, error } : { state, reason: 'too_late' })
      expect(ids(await outbox.claim(ask()))).toEqual(['b'])
      expect(await outbox.get('a')).toMatchObject({ state })
    })

    it('holds the lane behind a row that waits for its next attempt', async () => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft({ id: 'a', lane: 'l' }), aDraft({ id: 'b', lane: 'l', seq: 1 })], NOW)
      await outbox.claim(ask())
      await outbox.settle('a', 1, { state: 'queued', dueAt: NOW + 1000, error: later })
      expect(await outbox.claim(ask({ now: NOW + 999 }))).toEqual([])
      expect(await outbox.nextDueAt()).toBe(NOW + 1000)
      const again = await outbox.claim(ask({ now: NOW + 1000 }))
      expect(again).toEqual([expect.objectContaining({ id: 'a', attempts: 2, error: later })])
      expect(await outbox.settle('a', 1, { state: 'sent', sid: 'S' })).toBe(false)
      expect(await outbox.settle('a', 2, { state: 'sent', sid: 'S' })).toBe(true)
      expect(await outbox.settle('a', 2, { state: 'sent', sid: 'S2' })).toBe(false)
      expect(await outbox.get('a')).not.toHaveProperty('error')
    })

    it('finds rows behind many that may not leave', async () => {
      const { outbox } = await open()
      const blocked = Array.from({ length: 60 }, (_, seq) => aDraft({ id: `l${seq}`, lane: 'l', seq }))
      await outbox.enqueue(blocked, NOW)
      await outbox.claim(ask())
      await outbox.enqueue([aDraft({ id: 'free', notBefore: NOW, purpose: 'news' })], NOW)
      expect(ids(await outbox.claim(ask({ limit: 2 })))).toEqual(['free'])
    })

    it('never sends a row again whose claim ran out', async () => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft({ id: 'a', lane: 'l' }), aDraft({ id: 'b', lane: 'l', seq: 1 })], NOW)
      await outbox.claim(ask())
      expect(await outbox.claim(ask({ now: NOW + LEASE - 1 }))).toEqual([])
      expect(await outbox.get('a')).toMatchObject({ state: 'claimed' })
      expect(await outbox.claim(ask({ now: NOW + LEASE }))).toEqual([])
      expect(ids(await outbox.unknown(10))).toEqual(['a'])
      expect(await outbox.settle('a', 1, { state: 'sent', sid: 'S' })).toBe(false)
      expect(await outbox.laneBusy('l')).toBe(true)
    })

    it('ends an unknown row by the list of the provider', async () => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft({ id: 'a', lane: 'l' }), aDraft({ id: 'b' })], NOW)
      await outbox.claim(ask())
      const error = { kind: 'unknown', code: 'timeout' } as const
      await outbox.settle('a', 1, { state: 'unknown', error })
      await outbox.settle('b', 1, { state: 'unknown', error })
      expect(ids(await outbox.unknown(10))).toEqual(['a', 'b'])
      expect(ids(await outbox.unknown(1))).toEqual(['a'])
      expect(await outbox.resolveUnknown('a', { sid: 'Sa' }, NOW)).toBe(true)
      expect(await outbox.resolveUnknown('a', 'not_sent', NOW)).toBe(false)
      expect(await outbox.get('a')).toMatchObject({ state: 'sent', sid: 'Sa' })
      expect(await outbox.resolveUnknown('b', 'not_sent', NOW + 5)).toBe(true)
      expect(await outbox.unknown(10)).toEqual([])
      expect(await outbox.claim(ask({ now: NOW + 5 }))).toEqual([
        expect.objectContaining({ id: 'b', attempts: 2 }),
      ])
    })

    it('is told the provider’s word about an unknown row', async () => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft({ id: 'a', lane: 'l' }), aDraft({ id: 'b', lane: 'l', seq: 1 })], NOW)
      await outbox.claim(ask())
      await outbox.settle('a', 1, { state: 'unknown', error: { kind: 'unknown', code: 'timeout' } })
      expect(await outbox.applyStatus('a', { sid: 'S', status: 'sent' })).toBe(true)
      expect(await outbox.get('a')).toMatchObject({ state: 'sent', sid: 'S', status: 'sent' })
      expect(await outbox.unknown(10)).toEqual([])
      expect(ids(await outbox.claim(ask()))).toEqual(['b'])
    })

    it('believes the provider’s word that came before the claim ran out', async () => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft()], NOW)
      await outbox.claim(ask())
      await outbox.applyStatus('o1', { sid: 'S', status: 'queued' })
      expect(await outbox.get('o1')).toMatchObject({ state: 'claimed' })
      await outbox.claim(ask({ now: NOW + LEASE }))
      expect(await outbox.get('o1')).toMatchObject({ state: 'sent', sid: 'S', status: 'queued' })
    })

    it('notes what left elsewhere and failed, once, for nobody to send', async () => {
      const { outbox } = await open()
      const word = {
        sid: 'SM1',
        channel: 'sms',
        from: '+1',
        to: '+91',
        status: 'failed',
        code: '30006',
      } as const
      await outbox.noteFailed({ id: 'in1:reply:0', contactId: 'c1' }, word, NOW)
      await outbox.noteFailed({ id: 'in1:reply:0', contactId: 'c2' }, { ...word, sid: 'SM2' }, NOW + 1)
      expect(await outbox.applyStatus('in1:reply:0', { sid: 'SM1', status: 'delivered' })).toBe(true)
      expect(await outbox.get('in1:reply:0')).toMatchObject({
        ...{ contactId: 'c1', state: 'sent', sid: 'SM1', status: 'failed', statusCode: '30006' },
        ...{ purpose: 'reply', channel: 'sms', from: '+1', to: '+91', body: '', enqueuedAt: NOW },
      })
      expect(await outbox.claim(ask())).toEqual([])
      expect(await outbox.unknown(1)).toEqual([])
      expect(await outbox.nextDueAt()).toBeUndefined()
      // Somebody decided meanwhile that it goes out by REST: it has, and failed.
      await outbox.enqueue([aDraft({ id: 'in1:reply:0' })], NOW)
      expect(await outbox.claim(ask())).toEqual([])
    })

    it.each<[DeliveryStatus[], DeliveryStatus]>([
      [['queued', 'sending', 'sent', 'delivered', 'read'], 'read'],
      [['read', 'delivered', 'sent'], 'read'],
      [['delivered', 'sent', 'delivered'], 'delivered'],
      [['sent', 'undelivered', 'delivered'], 'undelivered'],
      [['failed', 'queued'], 'failed'],
      [['canceled', 'failed'], 'canceled'],
      [['delivered', 'failed'], 'delivered'],
    ])('after the words %j says %s', async (words, status) => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft()], NOW)
      await outbox.claim(ask())
      await outbox.settle('o1', 1, { state: 'sent', sid: 'S' })
      for (const word of words) {
        expect(await outbox.applyStatus('o1', { sid: 'S', status: word })).toBe(true)
      }
      expect(await outbox.get('o1')).toMatchObject({ state: 'sent', status })
    })

    it('keeps the code that came with a status, and knows no strange ids', async () => {
      const { outbox } = await open()
      await outbox.enqueue([aDraft()], NOW)
      await outbox.claim(ask())
      await outbox.settle('o1', 1, { state: 'sent', sid: 'S' })
      await outbox.applyStatus('o1', { sid: 'S', status: 'undelivered', code: '63024' })
      expect(await outbox.get('o1')).toMatchObject({ statusCode: '63024' })
      expect(await outbox.applyStatus('nobody', { sid: 'S', status: 'sent' })).toBe(false)
    })

    it('names the earliest due time among rows that lead their lane', async () => {
      const { outbox } = await open()
      expect(await outbox.nextDueAt()).toBeUndefined()
      await outbox.enqueue(
        [
          aDraft({ id: 'a', lane: 'l', notBefore: NOW + 50 }),
          aDraft({ id: 'b', lane: 'l', seq: 1, notBefore: NOW }),
          aDraft({ id: 'c', purpose: 'news', notBefore: NOW + 40 }),
        ],
        NOW,
      )
      expect(await outbox.nextDueAt()).toBe(NOW + 40)
      await outbox.claim(ask({ now: NOW + 50 }))
      expect(await outbox.nextDueAt()).toBeUndefined()
    })

    it('gives simultaneous dispatchers disjoint rows', async () => {
      const { outbox } = await open()
      await outbox.enqueue(
        Array.from({ length: 40 }, (_, i) => aDraft({ id: `o${i}`, lane: `l${i % 20}`, seq: i })),
        NOW,
      )
      const claims = await Promise.all(Array.from({ length: 8 }, () => outbox.claim(ask({ limit: 5 }))))
      const given = claims.flatMap(ids)
      expect(new Set(given).size).toBe(given.length)
      const rest = await outbox.claim(ask({ limit: 40 }))
      expect([...given, ...ids(rest)].sort()).toEqual(Array.from({ length: 20 }, (_, i) => `o${i}`).sort())
    })
  })
}
