import type { Stores } from '../../../src/storage/stores'
import { forEachEngine } from '../../support/engines'
import {
  actionWorld,
  aNeed,
  aVolunteer,
  MOTHER,
  organisation,
  textIn,
  type Act,
  type ActionWorld,
} from './support/action-world'

/** Several processes finish one turn at the same moment: all must get the same answer. */
async function atOnce(world: ActionWorld, key: string, what: Act): Promise<unknown> {
  const results = await Promise.all(Array.from({ length: 8 }, () => world.act(MOTHER, key, what)))
  const [first] = results
  expect(results).toEqual(results.map(() => first))
  return first
}

/** The requests of a process between whose first two reads something else happens. */
function interrupted({ requests }: Stores, happens: () => Promise<unknown>): Stores['requests'] {
  let reads = 0
  const read = async <T>(work: () => Promise<T>): Promise<T> => {
    const found = await work()
    reads += 1
    if (reads === 1) await happens()
    return found
  }
  return {
    ...requests,
    get: (id) => read(() => requests.get(id)),
    openOf: (contactId) => read(() => requests.openOf(contactId)),
  }
}

async function fillToTheLastButOne(world: ActionWorld): Promise<void> {
  for (let nth = 1; nth < organisation.mostOpenRequests; nth++) {
    await world.act(MOTHER, `k${nth}`, aNeed({ initials: `A${nth}` }))
  }
}

forEachEngine((_engine, open) => {
  describe('one turn performed by several processes at once', () => {
    it('raises one request, with one set of follow-ups', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      expect(await atOnce(world, 'k1', aNeed())).toMatchObject({ ok: true })
      expect(await stores.requests.openOf(await world.meet(MOTHER))).toHaveLength(1)
      expect(await world.workOff()).toEqual([])
      expect(await world.rows()).toHaveLength(1)
      expect(await stores.patients.ofGuardian(await world.meet(MOTHER))).toHaveLength(1)
    })

    it('does not meet the limit by the request that the other just stored', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await fillToTheLastButOne(world)
      const requests = interrupted(stores, () => world.act(MOTHER, 'last', aNeed()))
      const slower = actionWorld({ ...stores, requests })
      const result = await slower.act(MOTHER, 'last', aNeed())
      expect(result).toEqual(await world.act(MOTHER, 'last', aNeed()))
      expect(result).toMatchObject({ ok: true })
    })

    it('takes no twin for the patient whom the other’s follow-ups just added', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const requests = interrupted(stores, async () => {
        await world.act(MOTHER, 'k1', aNeed())
        await world.workOff()
      })
      const slower = actionWorld({ ...stores, requests })
      await slower.act(MOTHER, 'k1', aNeed())
      expect(await slower.workOff()).toEqual([])
      expect(await stores.patients.ofGuardian(await world.meet(MOTHER))).toHaveLength(1)
    })

    it('closes a request once', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const raised = await world.act(MOTHER, 'k1', aNeed())
      await world.workOff()
      const cancel = { action: 'cancel_request', args: { request: textIn(raised, 'id') } }
      expect(await atOnce(world, 'k2', cancel)).toEqual({
        ok: true,
        values: { code: textIn(raised, 'code') },
      })
      expect(await world.workOff()).toEqual([])
      expect(await world.rows()).toHaveLength(2)
    })

    it('registers a donor with one consent', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      expect(await atOnce(world, 'k1', aVolunteer())).toMatchObject({ ok: true })
      expect(await world.workOff()).toEqual([])
      expect((await stores.contacts.find(MOTHER))?.consents).toHaveLength(1)
    })
  })

  describe('follow-ups worked off by several processes at once', () => {
    it('tell each coordinator once and keep one consent', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed())
      expect(await Promise.all([world.workOff(), world.workOff(), world.workOff()])).toEqual([[], [], []])
      expect(await world.rows()).toHaveLength(1)
      expect((await stores.contacts.find(MOTHER))?.consents).toHaveLength(1)
      expect(await stores.todos.open(10)).toEqual([])
    })

    it('are left by a closing whose process ends before them', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const raised = await world.act(MOTHER, 'k1', aNeed())
      await world.workOff()
      await world.act(MOTHER, 'k2', { action: 'cancel_request', args: { request: textIn(raised, 'id') } })
      await stores.close()
      const next = actionWorld(await open())
      expect(await next.workOff()).toEqual([])
      const [told] = await next.rows()
      expect(told?.body).toContain(textIn(raised, 'code'))
    })

    it('are left by a registration whose process ends before them', async () => {
      const stores = await open()
      await actionWorld(stores).act(MOTHER, 'k1', aVolunteer())
      await stores.close()
      const next = await open()
      expect(await actionWorld(next).workOff()).toEqual([])
      expect((await next.contacts.find(MOTHER))?.consents).toMatchObject([{ purpose: 'alerts' }])
    })
  })
})
