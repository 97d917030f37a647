import { keyedCode } from '../../../src/base/keyed-id'
import type { ActionResult } from '../../../src/conversation/flow/walk'
import { forEachEngine } from '../../support/engines'
import { aRequest } from '../../support/records'
import { aNeed, actionWorld, MOTHER, NOW, organisation, UNCLE } from './support/action-world'

function valuesOf(result: ActionResult): { readonly [name: string]: unknown } {
  if (!result.ok) throw new Error(`refused: ${result.reason}`)
  return result.values ?? {}
}

forEachEngine((_engine, open) => {
  describe('raise_request', () => {
    it('stores the need unverified, with the hospital and the centre that issues there', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const { code, ...values } = valuesOf(await world.act(MOTHER, 'k1', aNeed()))
      expect(values).toMatchObject({
        centre: 'GSVM Medical College',
        area: 'inside',
        claim: false,
        told: true,
      })
      expect(await stores.requests.byCode(String(code))).toMatchObject({
        contactId: await world.meet(MOTHER),
        group: 'B+',
        units: 2,
        hospital: { name: 'LLR Hospital' },
        bloodCentre: 'GSVM Medical College',
        neededBy: '2026-11-26',
        contactPhone: MOTHER,
        outsideServiceArea: false,
        state: { status: 'unverified' },
      })
    })

    it('is one request when its turn is performed again, also when the limit is reached by it', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      for (let nth = 1; nth < organisation.mostOpenRequests; nth++) {
        await world.act(MOTHER, `k${nth}`, aNeed({ initials: `A${nth}` }))
      }
      const first = await world.act(MOTHER, 'last', aNeed())
      expect(await world.act(MOTHER, 'last', aNeed())).toEqual(first)
      expect(await stores.requests.openOf(await world.meet(MOTHER))).toHaveLength(
        organisation.mostOpenRequests,
      )
      expect(await world.act(MOTHER, 'more', aNeed())).toEqual({ ok: false, reason: 'too_many' })
    })

    it('takes the next code when the first is another request’s, and the same one again', async () => {
      const stores = await open()
      await stores.requests.raise('other', aRequest({ id: 'other', code: keyedCode('k1', 0) }), [])
      const world = actionWorld(stores)
      const first = valuesOf(await world.act(MOTHER, 'k1', aNeed()))
      expect(first['code']).toBe(keyedCode('k1', 1))
      expect(valuesOf(await world.act(MOTHER, 'k1', aNeed()))).toEqual(first)
    })

    it('keeps a nursing home as it was written, without a centre', async () => {
      const stores = await open()
      const home = { asWritten: 'शर्मा नर्सिंग होम' }
      const { id, centre } = valuesOf(await actionWorld(stores).act(MOTHER, 'k1', aNeed({ hospital: home })))
      expect(centre).toBeNull()
      const request = await stores.requests.get(String(id))
      expect(request).toMatchObject({ hospital: home, outsideServiceArea: false })
      expect(request).not.toHaveProperty('bloodCentre')
    })

    it('notes that a hospital is outside the service area', async () => {
      const world = actionWorld(await open())
      const { id, area } = valuesOf(
        await world.act(MOTHER, 'k1', aNeed({ hospital: { name: "King George's Medical University" } })),
      )
      expect(area).toBe('outside')
      expect(await world.deps.stores.requests.get(String(id))).toMatchObject({ outsideServiceArea: true })
    })

    it('writes red cells where the family does not know what is needed', async () => {
      const world = actionWorld(await open())
      const { id } = valuesOf(await world.act(MOTHER, 'k1', aNeed({ component: null })))
      expect(await world.deps.stores.requests.get(String(id))).toMatchObject({
        component: 'packed_red_cells',
      })
    })

    it('keeps the consent of the yes, with the version of the notice; that of a guardian only after a yes of its own', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed())
      await world.act(UNCLE, 'k2', aNeed({ guardian: 'yes' }))
      expect(await world.workOff()).toEqual([])
      const consent = {
        channel: 'whatsapp',
        noticeVersion: organisation.notice.version,
        locale: 'hi',
        at: NOW,
      }
      const [mother, uncle] = [await stores.contacts.find(MOTHER), await stores.contacts.find(UNCLE)]
      expect(mother?.consents).toEqual([{ ...consent, purpose: 'request', sid: 'SM-k1' }])
      expect(uncle?.consents.map(({ purpose }) => purpose)).toEqual(['request', 'guardian'])
    })

    it('tells every coordinator once, in the outbox, however often it is performed and worked off', async () => {
      const stores = await open()
      const world = actionWorld(stores, { coordinators: ['+919800000001', '+919800000002'] })
      for (let nth = 0; nth < 2; nth++) {
        await world.act(MOTHER, 'k1', aNeed())
        await world.workOff()
      }
      const rows = await world.rows()
      expect(rows.map(({ to, purpose, channel }) => [to, purpose, channel])).toEqual([
        ['+919800000001', 'coordinator', 'whatsapp'],
        ['+919800000002', 'coordinator', 'whatsapp'],
      ])
      expect(rows[0]?.body).toContain('R.K., B+')
      expect(rows.every(({ id }) => !id.includes('98000'))).toBe(true)
      expect(await stores.todos.open(10)).toEqual([])
    })

    it('leaves its follow-ups when the process ends before them; the next one works them off once', async () => {
      const stores = await open()
      await actionWorld(stores).act(MOTHER, 'k1', aNeed())
      await stores.close()
      const again = actionWorld(await open())
      expect(await again.workOff()).toEqual([])
      expect(await again.workOff()).toEqual([])
      expect(await again.rows()).toHaveLength(1)
      expect(await again.act(MOTHER, 'look', { action: 'find_patients' })).toMatchObject({
        values: { patients: [{ title: 'R.K., B+' }] },
      })
    })

    it('gives a follow-up that fails another try, and does the others meanwhile', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed())
      const away = {
        ...stores,
        outbox: { ...stores.outbox, enqueue: () => Promise.reject(new Error('away')) },
      }
      expect(await world.workOff({ stores: away })).toHaveLength(1)
      expect((await stores.todos.open(10)).map(({ kind }) => kind)).toEqual(['coordinators'])
      expect((await stores.contacts.find(MOTHER))?.consents).toHaveLength(1)
      expect(await world.workOff()).toEqual([])
      expect(await world.rows()).toHaveLength(1)
    })

    it('says that no number is known instead of telling nobody', async () => {
      const world = actionWorld(await open())
      await world.act(MOTHER, 'k1', { ...aNeed(), hidden: true })
      expect(await world.workOff()).toEqual([])
      expect((await world.rows())[0]?.body).toContain('नंबर पता नहीं')
    })

    it('without coordinators stores the need and promises no call', async () => {
      const world = actionWorld(await open(), { coordinators: [] })
      expect(await world.act(MOTHER, 'k1', aNeed())).toMatchObject({ ok: true, values: { told: false } })
      expect(await world.workOff()).toEqual([])
      expect(await world.rows()).toEqual([])
    })
  })

  describe('the patients of a family', () => {
    it('are offered by initials and group, and asked for again by choosing them', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const first = valuesOf(await world.act(MOTHER, 'k1', aNeed()))
      await world.workOff()
      const [patient] = await stores.patients.ofGuardian(await world.meet(MOTHER))
      expect(patient).toMatchObject({ initials: 'RK', birthYear: 2017, group: 'B+', sibling: 1 })
      const known = aNeed({ patient: patient?.id, group: null, initials: null, age: null, condition: null })
      const second = valuesOf(await world.act(MOTHER, 'k2', known))
      const requests = await Promise.all([first, second].map(({ id }) => stores.requests.get(String(id))))
      expect(requests.map((request) => request?.patientId)).toEqual([patient?.id, patient?.id])
      expect(requests[1]?.group).toBe('B+')
    })

    it('keep the group that the family says now in the request, and the one on record in the record', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed())
      await world.workOff()
      const [patient] = await stores.patients.ofGuardian(await world.meet(MOTHER))
      const { id } = valuesOf(await world.act(MOTHER, 'k2', aNeed({ patient: patient?.id, group: 'B-' })))
      expect((await stores.requests.get(String(id)))?.group).toBe('B-')
      expect((await stores.patients.get(patient?.id ?? ''))?.group).toBe('B+')
    })

    it('who are children have a guardian asked once for each contact', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed())
      await world.workOff()
      const [patient] = await stores.patients.ofGuardian(await world.meet(MOTHER))
      const look = { action: 'known_patient', args: { patient: patient?.id } }
      expect(await world.act(MOTHER, 'look', look)).toEqual({ ok: true, values: { asks_guardian: true } })
      await world.act(MOTHER, 'k2', aNeed({ patient: patient?.id, guardian: 'yes' }))
      await world.workOff()
      expect(await world.act(MOTHER, 'look', look)).toEqual({ ok: true, values: { asks_guardian: false } })
      expect(await world.act(UNCLE, 'look', look)).toEqual({ ok: false, reason: 'new' })
    })

    it('who are grown up have none', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed({ age: 30 }))
      await world.workOff()
      const [patient] = await stores.patients.ofGuardian(await world.meet(MOTHER))
      const look = { action: 'known_patient', args: { patient: patient?.id } }
      expect(await world.act(MOTHER, 'look', look)).toEqual({ ok: true, values: { asks_guardian: false } })
    })

    it.each([
      [{}, { ok: true, values: { group: 'B+' } }],
      [{ group: 'B+' }, { ok: true, values: { group: 'B+' } }],
      [
        { group: 'B-', chosen: 'B- not B+' },
        { ok: true, values: { group: 'B-' } },
      ],
      [
        { group: 'B-', chosen: 'B+ not B-' },
        { ok: true, values: { group: 'B+' } },
      ],
      [{ group: 'B-' }, { ok: false, reason: 'differs' }],
      // Chosen when something else was asked.
      [
        { group: 'B-', chosen: 'B+ not O+' },
        { ok: false, reason: 'differs' },
      ],
    ])('have their recorded group compared with what is said: %j', async (said, result) => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed({ card: 'TH1234' }))
      await world.workOff()
      const [patient] = await stores.patients.ofGuardian(await world.meet(MOTHER))
      for (const named of [{ patient: patient?.id }, { card: 'TH1234', group: 'B+' }]) {
        const look = { action: 'check_group', args: { ...named, ...said } }
        expect(await world.act(MOTHER, 'look', look)).toMatchObject(result)
      }
      const others = { action: 'check_group', args: { card: 'TH1234', group: 'O-' } }
      expect(await world.act(UNCLE, 'look', others)).toEqual({ ok: true, values: { group: 'O-' } })
    })

    it('may be twins: who looks the same and was not chosen is another child', async () => {
      const world = actionWorld(await open())
      for (const key of ['k1', 'k2']) {
        await world.act(MOTHER, key, aNeed())
        await world.workOff()
      }
      expect(await world.act(MOTHER, 'look', { action: 'find_patients' })).toMatchObject({
        values: { patients: [{ title: 'R.K., B+' }, { title: 'R.K., B+ (2)' }] },
      })
    })

    it('cannot be named by somebody else', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed())
      await world.workOff()
      const [patient] = await stores.patients.ofGuardian(await world.meet(MOTHER))
      await expect(world.act(UNCLE, 'k2', aNeed({ patient: patient?.id }))).rejects.toThrow('somebody else')
    })

    it('are one by their card, and a coordinator hears when its group is another one now', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed({ card: 'TH1234' }))
      await world.workOff()
      await world.act(MOTHER, 'k2', aNeed({ card: 'TH1234', group: 'B-' }))
      await world.workOff()
      expect(await stores.patients.ofGuardian(await world.meet(MOTHER))).toHaveLength(1)
      const [, second] = await world.rows()
      expect(second?.body).toContain('R.K., B-')
      expect(second?.body).toContain('दूसरा ब्लड ग्रुप')
    })
  })
})
