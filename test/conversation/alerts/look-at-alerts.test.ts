import { MINUTE } from '../../../src/base/clock'
import { alertId } from '../../../src/blood/alerts/alert'
import type { BloodRequest } from '../../../src/blood/requests/blood-request'
import { lookAtAlerts } from '../../../src/conversation/alerts/look-at-alerts'
import { waveJob } from '../../../src/conversation/alerts/wave-job'
import type { Job } from '../../../src/schedule/job-store'
import type { Stores } from '../../../src/storage/stores'
import { without } from '../../../src/storage/transitions/without'
import { forEachEngine } from '../../support/engines'
import { faultyStores, InjectedFault } from '../../support/faulty-stores'
import { aDonor } from '../../support/records'
import {
  actionWorld,
  aNeed,
  COORDINATOR,
  MOTHER,
  NOW,
  type ActionWorld,
} from '../action/support/action-world'

const DONORS = 60
/** Those of the store calls of one look that change something, with some around them. */
const CALLS = 24

/** A verified request, and donors of its group around the centre. */
async function verified(world: ActionWorld, stores: Stores, donors = DONORS): Promise<BloodRequest> {
  for (let nth = 0; nth < donors; nth++) await register(world, stores, nth)
  const raised = await world.act(MOTHER, 'k1', aNeed({ needed_by: '2026-11-27' }))
  const code = raised.ok ? (raised.values?.['code'] as string) : ''
  await decide(world, code, { verb: 'verify', choice: 'alert' })
  const request = await stores.requests.byCode(code)
  if (!request) throw new Error('no request')
  return request
}

async function register(world: ActionWorld, stores: Stores, nth: number): Promise<void> {
  const id = await world.meet(phoneOf(nth))
  const donor = without(aDonor({ id, group: 'B+', sex: 'male' }), 'restUntil', 'lastDonation')
  await stores.donors.register(`donor ${nth}`, donor, [])
  const consent = { channel: 'whatsapp', noticeVersion: '1', locale: 'hi', at: NOW, sid: `SM${nth}` } as const
  await stores.contacts.change(id, { set: 'consent', consent: { ...consent, purpose: 'alerts' } })
}

function phoneOf(nth: number): string {
  return `+9197000${String(nth).padStart(5, '0')}`
}

async function decide(
  world: ActionWorld,
  code: string,
  what: { readonly verb: string; readonly choice: string },
): Promise<void> {
  const args = { codes: [code], ...what }
  await world.act(COORDINATOR, `${what.verb} ${what.choice}`, { action: 'decide_requests', args })
  await world.workOff()
}

function jobFor({ id }: BloodRequest, due = NOW, attempt = 1): Job {
  return { ...waveJob(id, { due }), state: 'claimed', attempt }
}

async function asked(world: ActionWorld): Promise<readonly string[]> {
  return (await world.rows()).filter(({ purpose }) => purpose === 'alert').map(({ to }) => to)
}

forEachEngine((engine, open) => {
  describe('a look at the alerts of a request', () => {
    it('asks a wave of donors, each once, however often it runs', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await verified(world, stores)
      const job = jobFor(request)
      for (const attempt of [1, 2, 3]) await lookAtAlerts({ ...job, attempt }, NOW, world.deps)
      await Promise.all([1, 2].map(() => lookAtAlerts(job, NOW + 1, world.deps)))
      const alerts = await stores.alerts.ofRequest(request.id)
      expect(alerts.length).toBeGreaterThan(10)
      expect(new Set(alerts.map(({ contactId }) => contactId)).size).toBe(alerts.length)
      const phones = await asked(world)
      expect(new Set(phones).size).toBe(phones.length)
      expect(phones).toHaveLength(alerts.length)
      expect(await stores.jobs.get(`wave ${request.id} ${NOW + 15 * MINUTE}`)).toMatchObject({
        kind: 'wave',
        due: NOW + 15 * MINUTE,
      })
    })

    it('asks nobody twice in two processes at the same moment', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await verified(world, stores)
      await Promise.all([0, 0, 0].map((later) => lookAtAlerts(jobFor(request), NOW + later, world.deps)))
      const phones = await asked(world)
      expect(new Set(phones).size).toBe(phones.length)
      expect(phones).toHaveLength((await stores.alerts.ofRequest(request.id)).length)
    })

    it('shows the group, the kind, the centre and the day, and nothing of the patient but the condition', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await verified(world, stores, 1)
      await lookAtAlerts(jobFor(request), NOW, world.deps)
      const [row] = (await world.rows()).filter(({ purpose }) => purpose === 'alert')
      expect(row?.template?.values).toEqual({
        group: 'B पॉज़िटिव (B+)',
        kind: 'पूरा खून (होल ब्लड)',
        centre: 'GSVM मेडिकल कॉलेज',
        give_by: '26 नवंबर, गुरुवार',
        patient: 'थैलेसीमिया के एक मरीज़',
        code: request.code,
      })
      expect(row).toMatchObject({
        subject: { kind: 'alert', id: alertId(request.id, row?.contactId ?? '') },
        notAfter: Date.parse('2026-11-27T00:00+05:30'),
      })
    })

    it('stands down with thanks, once, who holds a place when the request is closed', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await verified(world, stores)
      await lookAtAlerts(jobFor(request), NOW, world.deps)
      const donorId = await world.meet(phoneOf(7))
      await stores.places.claim('yes', request.id, { donorId, at: NOW, todo: [] })
      await decide(world, request.code, { verb: 'close', choice: 'met_from_stock' })
      for (const at of [1, 2]) {
        await lookAtAlerts(jobFor(request, NOW + at), NOW + at, world.deps)
        await world.workOff()
      }
      const told = (await world.rows()).filter(
        ({ contactId, purpose }) => contactId === donorId && purpose === 'reminder',
      )
      expect(told.map(({ body }) => body)).toEqual([expect.stringContaining(request.code)])
      const places = await stores.places.get(request.id)
      expect(places).toMatchObject({ closed: true, standby: [{ donorId, state: 'stood_down' }] })
    })

    it('fits the places to corrected units, and stands down who is of another group now', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await verified(world, stores, 3)
      await lookAtAlerts(jobFor(request), NOW, world.deps)
      expect(await stores.places.get(request.id)).toMatchObject({ unitsLeft: 2, places: 6 })
      const donorId = await world.meet(phoneOf(0))
      await stores.places.claim('yes', request.id, { donorId, at: NOW, todo: [] })
      const correct = {
        action: 'edit_request',
        args: { codes: [request.code], text: 'A+ 1 unit', what: 'facts' },
      }
      await world.act(COORDINATOR, 'edit', correct)
      await lookAtAlerts(jobFor(request, NOW + 1), NOW + 1, world.deps)
      expect(await stores.places.get(request.id)).toMatchObject({
        unitsLeft: 1,
        places: 3,
        standby: [{ donorId, state: 'stood_down' }],
      })
    })

    it('asks first, once, who had said yes in vain', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await verified(world, stores)
      await lookAtAlerts(jobFor(request), NOW, world.deps)
      const before = (await asked(world)).length
      const places = (await stores.places.get(request.id))?.places ?? 0
      const yes = (await stores.alerts.ofRequest(request.id)).slice(0, places + 1)
      for (const { contactId } of yes) {
        await stores.places.claim(`yes ${contactId}`, request.id, { donorId: contactId, at: NOW, todo: [] })
      }
      const drops = { event: 'withdraws', by: 'donor', at: NOW, placesFor: () => places, todo: [] } as const
      await stores.places.move('drop', request.id, { ...drops, donorId: yes[0]?.contactId ?? '' })
      for (const at of [1, 2]) await lookAtAlerts(jobFor(request, NOW + at), NOW + at, world.deps)
      const again = (await asked(world)).slice(before)
      expect(again).toEqual([(await stores.contacts.get(yes.at(-1)?.contactId ?? ''))?.phone])
    })

    const everyCall = Array.from({ length: CALLS }, (_, i) => i + 1)
    const calls = engine === 'embedded' ? everyCall : everyCall.filter((at) => at % 4 === 0)
    it.each(calls.flatMap((at) => (['crash_before', 'crash_after'] as const).map((kind) => ({ at, kind }))))(
      'asks a whole wave, and nobody twice, after a $kind at store call $at',
      async ({ at, kind }) => {
        const stores = await open()
        const world = actionWorld(stores)
        const request = await verified(world, stores, 30)
        const dying = faultyStores(stores, [{ at, kind }])
        const look = lookAtAlerts(jobFor(request), NOW, { ...world.deps, stores: dying.stores })
        await look.catch((error: unknown) => expect(error).toBeInstanceOf(InjectedFault))
        await lookAtAlerts(jobFor(request, NOW, 2), NOW + MINUTE, world.deps)
        const alerts = await stores.alerts.ofRequest(request.id)
        expect(new Set(alerts.map(({ contactId }) => contactId)).size).toBe(alerts.length)
        expect(alerts).toHaveLength(30)
        const phones = await Promise.all(alerts.map(({ contactId }) => stores.contacts.get(contactId)))
        expect([...(await asked(world))].sort()).toEqual(phones.map((one) => one?.phone).sort())
        expect(await stores.jobs.nextDue()).toBeLessThanOrEqual(NOW + 15 * MINUTE)
      },
    )
  })
})
