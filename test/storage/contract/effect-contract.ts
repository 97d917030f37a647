import type { BloodRequest, Outcome } from '../../../src/blood/requests/blood-request'
import type { Decision } from '../../../src/blood/requests/blood-request-store'
import { decideRequest, type NotDecided } from '../../../src/blood/requests/decide-request'
import { without } from '../../../src/storage/transitions/without'
import type { OpenStores } from '../../support/engines'
import { aDonor, aHandOver, aRequest, NOW } from '../../support/records'

const todo = (id: string) => ({ id, kind: 'tell_coordinators', payload: `{"for":"${id}"}` })

const close =
  (outcome: Outcome, now: number, todoId: string) =>
  (request: BloodRequest): Decision<NotDecided> =>
    decideRequest(request, { verb: 'close', outcome }, { now, todo: [todo(todoId)] })

export function effectContract(open: OpenStores): void {
  describe('BloodRequestStore', () => {
    it('raises a request and finds it by id, code and contact', async () => {
      const { requests } = await open()
      const request = aRequest()
      expect(await requests.raise('k1', request, [todo('t1')])).toEqual({ ok: true, request })
      expect(await requests.get('r1')).toEqual(request)
      expect(await requests.byCode('K7F3')).toEqual(request)
      expect(await requests.openOf('c1')).toEqual([request])
      expect(await requests.open(10)).toEqual([request])
    })

    it('gives the first request for the same key, and stores nothing', async () => {
      const { requests, todos } = await open()
      await requests.raise('k1', aRequest(), [todo('t1')])
      const again = await requests.raise('k1', aRequest({ id: 'r2', code: 'K7F4' }), [todo('t2')])
      expect(again).toEqual({ ok: true, request: aRequest() })
      expect(await requests.get('r2')).toBeUndefined()
      expect(await requests.byCode('K7F4')).toBeUndefined()
      expect(await todos.open(10)).toHaveLength(1)
    })

    it('raises once when 20 raise under one key at once, each with an id and code of its own', async () => {
      const { requests, todos } = await open()
      const raised = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          requests.raise('k1', aRequest({ id: `r${i}`, code: `K${i}` }), [todo('t1')]),
        ),
      )
      const ids = raised.map((one) => (one.ok ? one.request.id : one.reason))
      expect(new Set(ids).size).toBe(1)
      expect(await requests.open(50)).toHaveLength(1)
      expect(await todos.open(50)).toHaveLength(1)
      const codes = await Promise.all(raised.map((_, i) => requests.byCode(`K${i}`)))
      expect(codes.filter((found) => found)).toHaveLength(1)
    })

    it('refuses a code that another request has, and lets the key try another', async () => {
      const { requests } = await open()
      await requests.raise('k1', aRequest(), [])
      const taken = await requests.raise('k2', aRequest({ id: 'r2' }), [])
      expect(taken).toEqual({ ok: false, reason: 'code_taken' })
      expect(await requests.get('r2')).toBeUndefined()
      const second = aRequest({ id: 'r2', code: 'K7F4' })
      expect(await requests.raise('k2', second, [])).toEqual({ ok: true, request: second })
    })

    it('gives a code to one of 20 requests that want it at once', async () => {
      const { requests } = await open()
      const raised = await Promise.all(
        Array.from({ length: 20 }, (_, i) => requests.raise(`k${i}`, aRequest({ id: `r${i}` }), [])),
      )
      expect(raised.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await requests.open(50)).toHaveLength(1)
    })

    it('closes once, with the first answer for the same key', async () => {
      const { requests, todos } = await open()
      await requests.raise('k1', aRequest(), [])
      const closing = close('cancelled', NOW + 1, 't1')
      const closed = await requests.change('k2', 'r1', closing)
      const state = { status: 'closed', closedAt: NOW + 1, reason: 'cancelled' }
      expect(closed).toEqual({ ok: true, request: { ...aRequest(), state } })
      expect(await requests.change('k2', 'r1', close('met', NOW, 't2'))).toEqual(closed)
      expect(await requests.change('k3', 'r1', closing)).toEqual({ ok: false, reason: 'closed' })
      expect(await requests.change('k4', 'nobody', closing)).toEqual({ ok: false, reason: 'unknown' })
      expect(await requests.openOf('c1')).toEqual([])
      expect(await requests.open(10)).toEqual([])
      expect(await requests.byCode('K7F3')).toEqual({ ...aRequest(), state })
      expect(await todos.open(10)).toHaveLength(1)
    })

    it('keeps a verified request open, and every decision before it', async () => {
      const { requests, todos } = await open()
      const raised = aRequest({ bloodCentre: 'LLR Hospital' })
      await requests.raise('k1', raised, [todo('t1')])
      const verify = { verb: 'verify', by: 'c9', supply: 'both' } as const
      const verified = await requests.change('k2', 'r1', (request) =>
        decideRequest(request, verify, { now: NOW, todo: [todo('t2')] }),
      )
      const state = { status: 'verified', at: NOW, by: 'c9', supply: 'both' }
      const now = { ...raised, verifiedAt: NOW, state }
      expect(verified).toEqual({ ok: true, request: now })
      expect(await requests.openOf('c1')).toEqual([now])
      expect(await requests.open(10)).toEqual([now])
      expect((await todos.open(10)).map(({ id }) => id)).toEqual(['t1', 't2'])
    })

    it('lets one of 20 different keys close it', async () => {
      const { requests, todos } = await open()
      await requests.raise('k', aRequest(), [])
      const closed = await Promise.all(
        Array.from({ length: 20 }, (_, i) => requests.change(`k${i}`, 'r1', close('met', NOW + i, `t${i}`))),
      )
      expect(closed.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await todos.open(50)).toHaveLength(1)
    })

    it('lists open requests oldest first', async () => {
      const { requests } = await open()
      await requests.raise('k1', aRequest({ id: 'young', code: 'A333', createdAt: NOW + 2 }), [])
      await requests.raise('k2', aRequest({ id: 'old', code: 'A334', createdAt: NOW }), [])
      await requests.raise(
        'k3',
        aRequest({ id: 'other', code: 'A336', contactId: 'c2', createdAt: NOW + 1 }),
        [],
      )
      expect((await requests.openOf('c1')).map(({ id }) => id)).toEqual(['old', 'young'])
      expect((await requests.open(2)).map(({ id }) => id)).toEqual(['old', 'other'])
    })
  })

  describe('DonorStore', () => {
    it('registers once under a key', async () => {
      const { donors, todos } = await open()
      expect(await donors.register('k1', aDonor(), [todo('t1')])).toEqual(aDonor())
      const changed = aDonor({ weight: 70 })
      expect(await donors.register('k1', changed, [todo('t2')])).toEqual(aDonor())
      expect(await donors.get('c2')).toEqual(aDonor())
      expect(await todos.open(10)).toHaveLength(1)
      expect(await donors.get('nobody')).toBeUndefined()
    })

    it('replaces what was registered under another key', async () => {
      const { donors } = await open()
      await donors.register('k1', aDonor(), [])
      const moved = without(aDonor({ pincode: '208002' }), 'area')
      await donors.register('k2', moved, [])
      expect(await donors.get('c2')).toEqual(moved)
      await donors.register('k1', aDonor(), [])
      expect(await donors.get('c2')).toEqual(moved)
    })

    it('registers once when the same key comes 20 times at once', async () => {
      const { donors, todos } = await open()
      await Promise.all(Array.from({ length: 20 }, () => donors.register('k1', aDonor(), [todo('t1')])))
      expect(await todos.open(50)).toHaveLength(1)
    })

    it('turns availability under a key, once', async () => {
      const { donors } = await open()
      expect(await donors.setAvailable('k1', 'c2', false)).toBe(false)
      await donors.register('k2', aDonor(), [])
      expect(await donors.setAvailable('k3', 'c2', false)).toBe(true)
      expect(await donors.setAvailable('k4', 'c2', true)).toBe(true)
      expect(await donors.setAvailable('k3', 'c2', false)).toBe(true)
      expect((await donors.get('c2'))?.available).toBe(true)
    })
  })

  describe('HandOverStore', () => {
    it('opens once under a key and is found by its code', async () => {
      const { handOvers, todos } = await open()
      const handOver = aHandOver()
      expect(await handOvers.open('k1', handOver, [todo('t1')])).toEqual({ ok: true, handOver })
      const again = await handOvers.open('k1', aHandOver({ id: 'h2', code: 'C34M' }), [todo('t1')])
      expect(again).toEqual({ ok: true, handOver })
      expect(await handOvers.byCode('C34K')).toEqual(handOver)
      expect(await handOvers.byCode('C34M')).toBeUndefined()
      expect(await todos.open(10)).toHaveLength(1)
    })

    it('refuses a code that another hand-over has, but not one of a request', async () => {
      const { handOvers, requests } = await open()
      await requests.raise('k0', aRequest({ code: 'C34K' }), [])
      expect(await handOvers.open('k1', aHandOver(), [])).toMatchObject({ ok: true })
      const taken = await handOvers.open('k2', aHandOver({ id: 'h2' }), [])
      expect(taken).toEqual({ ok: false, reason: 'code_taken' })
    })

    it('finds one by its id, and adds follow-ups once', async () => {
      const { handOvers, todos } = await open()
      expect(await handOvers.follow('k2', 'h1', [todo('t1')])).toBe(false)
      await handOvers.open('k1', aHandOver(), [])
      expect(await handOvers.get('h1')).toEqual(aHandOver())
      expect(await handOvers.get('nobody')).toBeUndefined()
      const added = Array.from({ length: 10 }, () => handOvers.follow('k2', 'h1', [todo('t1')]))
      expect(await Promise.all(added)).toEqual(added.map(() => true))
      expect((await todos.open(10)).map(({ id }) => id)).toEqual(['t1'])
    })

    it('records an answer once', async () => {
      const { handOvers, todos } = await open()
      expect(await handOvers.answer('k2', 'h1', [todo('t1')])).toBe(false)
      await handOvers.open('k1', aHandOver(), [])
      const answers = Array.from({ length: 10 }, () => handOvers.answer('k2', 'h1', [todo('t1')]))
      expect(await Promise.all(answers)).toEqual(answers.map(() => true))
      expect(await todos.open(10)).toHaveLength(1)
      expect(await handOvers.answer('k3', 'h1', [todo('t2')])).toBe(true)
      expect(await todos.open(10)).toHaveLength(2)
    })
  })

  describe('TodoStore', () => {
    it('lists follow-ups of every collection, oldest first, until they are done', async () => {
      const { requests, donors, handOvers, todos } = await open()
      await requests.raise('k1', aRequest(), [todo('t1'), todo('t2')])
      await donors.register('k2', aDonor(), [todo('t3')])
      await handOvers.open('k3', aHandOver(), [todo('t4')])
      await requests.change('k4', 'r1', close('met', NOW, 't5'))
      const all = [
        { ...todo('t1'), ownerId: 'r1' },
        { ...todo('t2'), ownerId: 'r1' },
        { ...todo('t3'), ownerId: 'c2' },
        { ...todo('t4'), ownerId: 'h1' },
        { ...todo('t5'), ownerId: 'r1' },
      ]
      expect(await todos.open(10)).toEqual(all)
      expect(await todos.open(2)).toEqual(all.slice(0, 2))
      expect(await todos.open(10, 'r1')).toEqual([all[0], all[1], all[4]])
      await todos.done('r1', 't1')
      await todos.done('r1', 't1')
      await todos.done('c2', 't1')
      expect(await todos.open(10)).toEqual(all.slice(1))
      for (const { ownerId, id } of all) await todos.done(ownerId, id)
      expect(await todos.open(10)).toEqual([])
    })

    it('does not bring a finished follow-up back with the key of its effect', async () => {
      const { requests, todos } = await open()
      await requests.raise('k1', aRequest(), [todo('t1')])
      await todos.done('r1', 't1')
      await requests.raise('k1', aRequest(), [todo('t1')])
      expect(await todos.open(10)).toEqual([])
    })
  })
}
