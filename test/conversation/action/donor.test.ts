import { forEachEngine } from '../../support/engines'
import { actionWorld, aNeed, aVolunteer, MOTHER, organisation, UNCLE } from './support/action-world'

forEachEngine((_engine, open) => {
  describe('register_donor', () => {
    it('stores the donor with the consent to alerts, once', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      for (let nth = 0; nth < 2; nth++) {
        const result = await world.act(UNCLE, 'k1', aVolunteer())
        expect(result).toEqual({ ok: true, values: { rest_until: '2026-12-30' } })
        expect(await world.workOff()).toEqual([])
      }
      const contact = await stores.contacts.find(UNCLE)
      expect(contact?.consents).toMatchObject([
        { purpose: 'alerts', noticeVersion: organisation.notice.version, sid: 'SM-k1' },
      ])
      expect(await stores.donors.get(contact?.id ?? '')).toMatchObject({
        group: 'O-',
        birthYear: 1996,
        weight: 65,
        pincode: '208002',
        category: 'police',
        restUntil: '2026-12-30',
        available: true,
      })
    })

    it.each([
      ['too_young', { age: 17 }],
      ['too_old', { age: 66 }],
      ['too_old', { age: 61, last_donation: null }],
      ['underweight', { weight: 44.5 }],
    ])('thanks and keeps nothing: %s with %j', async (reason, stated) => {
      const stores = await open()
      const world = actionWorld(stores)
      expect(await world.act(UNCLE, 'k1', aVolunteer(stated))).toEqual({ ok: false, reason })
      expect(await stores.donors.get(await world.meet(UNCLE))).toBeUndefined()
      expect(await stores.todos.open(10)).toEqual([])
    })

    it('names no rest period that is over', async () => {
      const world = actionWorld(await open())
      const result = await world.act(UNCLE, 'k1', aVolunteer({ last_donation: '2026-01-01' }))
      expect(result).toEqual({ ok: true, values: { rest_until: null } })
    })

    it.each([
      ['not mentioned', { last_donation: null }],
      ['earlier than known', { last_donation: '2026-01-01' }],
    ])('keeps the rest of a donor who registers again, the last donation %s', async (_how, stated) => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(UNCLE, 'k1', aVolunteer())
      const again = await world.act(UNCLE, 'k2', aVolunteer({ group: 'A+', ...stated }))
      expect(again).toEqual({ ok: true, values: { rest_until: '2026-12-30' } })
      const donor = await stores.donors.get(await world.meet(UNCLE))
      expect(donor).toMatchObject({ group: 'A+', restUntil: '2026-12-30', lastDonation: '2026-10-01' })
    })

    it.each([
      [{ area: { name: 'Kidwai Nagar' } }, 'Kidwai Nagar'],
      [{ area: { asWritten: 'नई बस्ती' } }, 'नई बस्ती'],
    ])('keeps the area where no PIN code is known: %j', async (stated, area) => {
      const world = actionWorld(await open())
      await world.act(UNCLE, 'k1', aVolunteer({ pincode: null, ...stated }))
      const donor = await world.deps.stores.donors.get(await world.meet(UNCLE))
      expect(donor?.area).toBe(area)
      expect(donor).not.toHaveProperty('pincode')
    })
  })

  describe('find_status', () => {
    it('knows nothing of somebody new', async () => {
      const result = await actionWorld(await open()).act(MOTHER, 'look', { action: 'find_status' })
      expect(result).toEqual({ ok: false, reason: 'nothing' })
    })

    it('shows one’s own open requests, and when a donor may give again', async () => {
      const world = actionWorld(await open())
      await world.act(MOTHER, 'k1', aNeed())
      await world.act(MOTHER, 'k2', aVolunteer())
      const status = await world.act(MOTHER, 'look', { action: 'find_status' })
      expect(status).toMatchObject({
        ok: true,
        values: {
          count: 1,
          open: true,
          requests: [{ group: 'B+', units: 2, needed_by: '2026-11-26', status: 'unverified' }],
          donor: true,
          rest_until: '2026-12-30',
        },
      })
      expect(await world.act(UNCLE, 'k3', aVolunteer())).toMatchObject({ ok: true })
      expect(await world.act(UNCLE, 'look', { action: 'find_status' })).toMatchObject({
        values: { requests: [], count: 0, open: false, donor: true },
      })
      const later = { action: 'find_status', context: { now: Date.UTC(2026, 11, 30, 6) } }
      expect(await world.act(MOTHER, 'look', later)).toMatchObject({ values: { rest_until: null } })
    })
  })
})
