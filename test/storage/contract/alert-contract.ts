import { openPlaces } from '../../../src/blood/alerts/places'
import type { PledgeMoving } from '../../../src/blood/alerts/places-store'
import type { OpenStores } from '../../support/engines'
import { anAlert, NOW } from '../../support/records'

const TODO = [{ id: 't1', kind: 'tell_parent', payload: '{}' }]

function yes(donorId: string, at = NOW) {
  return { donorId, at, todo: TODO }
}

function moving(donorId: string, override: Partial<PledgeMoving> = {}): PledgeMoving {
  return {
    donorId,
    event: 'withdraws',
    by: 'donor',
    at: NOW + 1,
    placesFor: (unitsLeft) => unitsLeft * 3,
    todo: TODO,
    ...override,
  }
}

export function alertContract(open: OpenStores): void {
  describe('AlertStore', () => {
    it('keeps an alert once, and finds it by request and by donor', async () => {
      const { alerts } = await open()
      const later = anAlert({ id: 'a2', contactId: 'c3', at: NOW + 1 })
      const other = anAlert({ id: 'a3', requestId: 'r2', at: NOW + 2 })
      await alerts.add([later, anAlert()])
      await alerts.add([anAlert({ wave: 9 }), other])
      await alerts.add([])
      expect(await alerts.get('a1')).toEqual(anAlert())
      expect(await alerts.get('nobody')).toBeUndefined()
      expect(await alerts.ofRequest('r1')).toEqual([anAlert(), later])
      expect(await alerts.ofContact('c2', NOW)).toEqual([other, anAlert()])
      expect(await alerts.ofContact('c2', NOW + 1)).toEqual([other])
    })

    it('keeps the latest answer, in whatever order answers come', async () => {
      const { alerts } = await open()
      await alerts.add([anAlert()])
      expect(await alerts.answer('nobody', { said: 'yes', at: NOW })).toBeUndefined()
      await alerts.answer('a1', { said: 'no', at: NOW + 2 })
      for (const at of [NOW + 1, NOW + 2]) await alerts.answer('a1', { said: 'yes', at })
      expect((await alerts.get('a1'))?.answer).toEqual({ said: 'no', at: NOW + 2 })
      const answered = await alerts.answer('a1', { said: 'later', at: NOW + 3 })
      expect(answered?.answer).toEqual({ said: 'later', at: NOW + 3 })
    })
  })

  describe('AlertStore, for many at once', () => {
    it('finds the alerts of several donors', async () => {
      const { alerts } = await open()
      const other = anAlert({ id: 'a2', contactId: 'c3', at: NOW - 1 })
      await alerts.add([anAlert(), other, anAlert({ id: 'a3', contactId: 'c4' })])
      expect(await alerts.ofContacts(['c3', 'c2', 'nobody'])).toEqual(
        expect.arrayContaining([anAlert(), other]),
      )
      expect(await alerts.ofContacts(['c3', 'c2'])).toHaveLength(2)
      expect(await alerts.ofContacts([])).toEqual([])
    })

    it('gives the newest alerts of all requests', async () => {
      const { alerts } = await open()
      const made = ['a1', 'a2', 'a3'].map((id, nth) =>
        anAlert({ id, requestId: `r${nth}`, contactId: `c${nth}`, at: NOW + (nth === 1 ? 9 : nth) }),
      )
      await alerts.add(made)
      expect((await alerts.latest(2)).map(({ id }) => id)).toEqual(['a2', 'a3'])
      expect(await alerts.latest(9)).toHaveLength(3)
    })

    it('notes when a donor was asked again, once of several who want to', async () => {
      const { alerts } = await open()
      await alerts.add([anAlert()])
      await alerts.askAgain([{ id: 'a1' }, { id: 'nobody' }], NOW + 1)
      await alerts.askAgain([{ id: 'a1' }], NOW + 2)
      expect(await alerts.get('a1')).toEqual(anAlert({ askedAgainAt: NOW + 1 }))
      for (const later of [3, 4]) await alerts.askAgain([{ id: 'a1', before: NOW + 1 }], NOW + later)
      expect(await alerts.get('a1')).toEqual(anAlert({ askedAgainAt: NOW + 3 }))
      await alerts.askAgain([], NOW + 5)
    })
  })

  describe('PlacesStore', () => {
    it('takes a corrected number of units, less what was given', async () => {
      const { places } = await open()
      const placesFor = (unitsLeft: number): number => unitsLeft * 3
      expect(await places.resize('r1', { units: 2, placesFor })).toBeUndefined()
      await places.open(openPlaces('r1', 2, 6))
      await places.claim('k1', 'r1', yes('c1'))
      await places.move('k2', 'r1', moving('c1', { event: 'passes_pre_screen' }))
      await places.move('k3', 'r1', moving('c1', { event: 'gives', by: 'centre' }))
      for (const units of [3, 3]) {
        expect(await places.resize('r1', { units, placesFor })).toMatchObject({ unitsLeft: 2, places: 6 })
      }
      expect(await places.resize('r1', { units: 1, placesFor })).toMatchObject({ unitsLeft: 0, places: 0 })
      expect((await places.get('r1'))?.pledges).toHaveLength(1)
    })

    it('opens the places of a request once', async () => {
      const { places } = await open()
      expect(await places.get('r1')).toBeUndefined()
      expect(await places.open(openPlaces('r1', 1, 3))).toEqual(openPlaces('r1', 1, 3))
      expect(await places.open(openPlaces('r1', 9, 9))).toEqual(openPlaces('r1', 1, 3))
      expect(await places.get('r1')).toEqual(openPlaces('r1', 1, 3))
    })

    it('gives a place with its follow-ups, and the same answer to the same key', async () => {
      const { places, todos } = await open()
      await places.open(openPlaces('r1', 1, 1))
      const pledge = { donorId: 'c2', alertId: 'a1', state: 'place_held', since: NOW, saidYesAt: NOW }
      for (const at of [NOW, NOW + 5]) {
        expect(await places.claim('k1', 'r1', { ...yes('c2', at), alertId: 'a1' })).toEqual({
          ok: true,
          pledge,
        })
      }
      expect(await todos.open(10)).toEqual([{ ...TODO[0], ownerId: 'r1' }])
      expect((await places.get('r1'))?.pledges).toEqual([pledge])
      await todos.done('r1', 't1')
      expect(await todos.open(10)).toEqual([])
    })

    it('keeps who comes too late on standby, without follow-ups, and gives nothing where there are no places', async () => {
      const { places, todos } = await open()
      await places.open(openPlaces('r1', 1, 1))
      await places.claim('k1', 'r1', yes('c2'))
      const late = { ok: false, reason: 'full', standby: true }
      for (const key of ['k2', 'k2', 'k3']) expect(await places.claim(key, 'r1', yes('c3'))).toEqual(late)
      expect((await places.get('r1'))?.standby.map(({ donorId }) => donorId)).toEqual(['c3'])
      expect(await todos.open(10)).toHaveLength(1)
      expect(await places.claim('k4', 'r2', yes('c3'))).toEqual({ ok: false, reason: 'closed' })
    })

    it('gives nobody a place after it is closed', async () => {
      const { places } = await open()
      await places.open(openPlaces('r1', 1, 3))
      await places.claim('k1', 'r1', yes('c2'))
      for (let again = 0; again < 2; again++) expect((await places.close('r1', NOW))?.closed).toBe(true)
      expect(await places.close('r2', NOW)).toBeUndefined()
      expect(await places.claim('k2', 'r1', yes('c3'))).toEqual({ ok: false, reason: 'closed' })
      // The first yes again is answered as it was; a new one is not.
      expect((await places.claim('k1', 'r1', yes('c2'))).ok).toBe(true)
      expect(await places.claim('k3', 'r1', yes('c2'))).toEqual({ ok: false, reason: 'closed' })
    })

    it('moves a pledge once for a key, and gives the place to who waited', async () => {
      const { places, todos } = await open()
      await places.open(openPlaces('r1', 1, 1))
      await places.claim('k1', 'r1', yes('c2'))
      await places.claim('k2', 'r1', yes('c3'))
      for (let again = 0; again < 2; again++) {
        const moved = await places.move('k3', 'r1', moving('c2'))
        expect(moved).toMatchObject({ ok: true, pledge: { state: 'withdrawn' } })
      }
      expect(await todos.open(10)).toHaveLength(2)
      expect((await places.claim('k4', 'r1', yes('c3'))).ok).toBe(true)
      expect(await places.get('r1')).toMatchObject({ standby: [] })
      // The yes of the first key, finished late, takes nothing back.
      expect((await places.claim('k1', 'r1', yes('c2'))).ok).toBe(true)
      expect((await places.get('r1'))?.pledges.map(({ state }) => state)).toEqual(['withdrawn', 'place_held'])
    })

    it('says why a pledge cannot move, and stores nothing', async () => {
      const { places, todos } = await open()
      await places.open(openPlaces('r1', 1, 1))
      await places.claim('k1', 'r1', yes('c2'))
      const before = await places.get('r1')
      expect(await places.move('k2', 'r1', moving('c2', { event: 'gives' }))).toMatchObject({ ok: false })
      expect(await places.move('k3', 'r1', moving('c9'))).toEqual({ ok: false, reason: 'no_pledge' })
      expect(await places.move('k4', 'r2', moving('c2'))).toEqual({ ok: false, reason: 'no_pledge' })
      expect(await places.get('r1')).toEqual(before)
      expect(await todos.open(10)).toHaveLength(1)
    })

    it('finds the places of a donor, and the open ones of many', async () => {
      const { places } = await open()
      for (const [request, donors] of [
        ['r1', ['c1', 'c2']],
        ['r2', ['c2']],
        ['r3', ['c3']],
        ['r4', ['c1']],
      ] as const) {
        await places.open(openPlaces(request, 1, 1))
        for (const donor of donors) await places.claim(`${request} ${donor}`, request, yes(donor))
      }
      await places.close('r4', NOW)
      const ids = (found: readonly { readonly id: string }[]): readonly string[] =>
        found.map(({ id }) => id).sort()
      // A place, and standby.
      expect(ids(await places.ofDonor('c2'))).toEqual(['r1', 'r2'])
      expect(ids(await places.ofDonor('c1'))).toEqual(['r1', 'r4'])
      expect(await places.ofDonor('c9')).toEqual([])
      expect(ids(await places.openOf(['c1', 'c2', 'c9']))).toEqual(['r1', 'r2'])
      expect(await places.openOf([])).toEqual([])
    })

    it('gives the places that were closed last', async () => {
      const { places } = await open()
      for (const [nth, request] of ['r1', 'r2', 'r3', 'r4'].entries()) {
        await places.open({ ...openPlaces(request, 1, 3), showAndPass: 0.5 })
        if (request !== 'r4') await places.close(request, NOW + (nth === 1 ? 9 : nth))
      }
      await places.close('r1', NOW + 99)
      const ended = await places.ended(2)
      expect(ended.map(({ id, closedAt }) => [id, closedAt])).toEqual([
        ['r2', NOW + 9],
        ['r3', NOW + 2],
      ])
      expect(ended[0]).toEqual({
        ...openPlaces('r2', 1, 3),
        showAndPass: 0.5,
        closed: true,
        closedAt: NOW + 9,
      })
      expect(await places.ended(9)).toHaveLength(3)
    })

    it('counts places by the rate they were opened with', async () => {
      const { places } = await open()
      const placesFor = (unitsLeft: number, rate = 1): number => Math.ceil(unitsLeft / rate)
      await places.open({ ...openPlaces('r1', 1, 2), showAndPass: 0.5 })
      expect(await places.resize('r1', { units: 3, placesFor })).toMatchObject({ places: 6 })
    })

    it('takes a unit off when somebody gave', async () => {
      const { places } = await open()
      await places.open(openPlaces('r1', 2, 6))
      await places.claim('k1', 'r1', yes('c2'))
      await places.move('k2', 'r1', moving('c2', { event: 'passes_pre_screen', arrivesAt: NOW + 9 }))
      await places.move('k3', 'r1', moving('c2', { event: 'gives', by: 'centre' }))
      expect(await places.get('r1')).toMatchObject({ unitsLeft: 1, places: 3 })
    })

    it('confirms exactly three of 2,000 who say yes at once, and answers each', async () => {
      const first = await open()
      await first.places.open(openPlaces('r1', 2, 3))
      const answers = await Promise.all(
        Array.from({ length: 2_000 }, (_, nth) =>
          first.places.claim(`k${nth}`, 'r1', yes(`d${nth}`, NOW + nth)),
        ),
      )
      expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
      const stored = await first.places.get('r1')
      const placed = answers.flatMap((answer, nth) => (answer.ok ? [`d${nth}`] : []))
      expect(stored?.pledges.map(({ donorId }) => donorId).sort()).toEqual([...placed].sort())
      const onStandby = answers.flatMap((answer, nth) =>
        !answer.ok && answer.reason === 'full' && answer.standby ? [`d${nth}`] : [],
      )
      expect(stored?.standby.map(({ donorId }) => donorId).sort()).toEqual([...onStandby].sort())
      expect(onStandby).toHaveLength(20)
      expect(answers.filter((answer) => !answer.ok && answer.reason !== 'full')).toEqual([])
      expect(await first.todos.open(9)).toHaveLength(3)

      // Two of the three drop out: the next two who had said yes get their places.
      for (const donorId of placed.slice(0, 2))
        await first.places.move(`out ${donorId}`, 'r1', moving(donorId))
      const next = (stored?.standby ?? []).slice(0, 2).map(({ donorId }) => donorId)
      for (const donorId of next) {
        expect((await first.places.claim(`again ${donorId}`, 'r1', yes(donorId))).ok).toBe(true)
      }
      expect(await first.places.claim('late', 'r1', yes('d1999x'))).toMatchObject({
        ok: false,
        reason: 'full',
      })
    })
  })
}
