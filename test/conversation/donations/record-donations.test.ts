import { impactJob, tellImpact } from '../../../src/conversation/donations/impact-job'
import { campCode } from '../../../src/blood/camps/camp-code'
import { forEachEngine } from '../../support/engines'
import { aCamp, aDonation } from '../../support/records'
import {
  actionWorld,
  aNeed,
  aVolunteer,
  COORDINATOR,
  MOTHER,
  NEIGHBOUR,
  NOW,
  textIn,
  UNCLE,
  type ActionWorld,
} from '../action/support/action-world'

const STRANGER = '+919855555555'
const GSVM = 'GSVM Medical College'
const TODAY = '2026-11-24'
const camp = aCamp({ id: 'police-lines', date: '2026-11-22', bloodCentre: GSVM })

const list = (text: string) => ({ action: 'record_donations', args: { text } })
const helped = (text: string) => ({ action: 'record_impact', args: { text } })

async function givenBy(world: ActionWorld, phone: string) {
  const donations = await world.deps.stores.donations.ofDonor(await world.meet(phone))
  return donations.map(({ on, kind, category, firstTime }) => ({ on, kind, category, firstTime }))
}

/** The uncle has said yes and comes at four; the code of the request. */
async function pledged(world: ActionWorld, hospital = 'LLR Hospital'): Promise<string> {
  await world.act(UNCLE, 'registers', aVolunteer({ group: 'B+', last_donation: null }))
  const code = textIn(await world.act(MOTHER, 'asks', aNeed({ hospital: { name: hospital } })), 'code')
  const args = { verb: 'verify', codes: [code], choice: 'alert' }
  await world.act(COORDINATOR, 'verifies', { action: 'decide_requests', args })
  await world.act(UNCLE, 'says yes', { action: 'claim_place', args: { code } })
  await world.act(UNCLE, 'comes', { action: 'make_pledge', args: { code, day: TODAY, time: '16:00' } })
  await world.workOff()
  return code
}

async function stateOf(world: ActionWorld, code: string) {
  const { requests, places } = world.deps.stores
  const of = await places.get((await requests.byCode(code))?.id ?? '')
  return { unitsLeft: of?.unitsLeft, pledges: of?.pledges.map(({ state }) => state) }
}

forEachEngine((_engine, open) => {
  describe('record_donations', () => {
    it('knows strangers by phone only: no consent, no registration, no message', async () => {
      const world = actionWorld(await open())
      const { contacts, donors } = world.deps.stores
      await world.act(COORDINATOR, 'lists', list(`GSVM: ${STRANGER} police`))
      const stranger = await contacts.find(STRANGER)
      expect(stranger?.consents).toEqual([])
      expect(await donors.get(stranger?.id ?? '')).toBeUndefined()
      const given = { on: TODAY, kind: 'whole_blood', category: 'police', firstTime: true }
      expect(await givenBy(world, STRANGER)).toEqual([given])
      expect(await world.workOff()).toEqual([])
      expect(await world.rows()).toEqual([])
    })

    it('lets who is registered rest by what was given, and thanks once', async () => {
      const world = actionWorld(await open())
      await world.act(UNCLE, 'registers', aVolunteer({ category: 'police', last_donation: null }))
      await world.workOff()
      for (const key of ['lists', 'lists', 'lists again'])
        await world.act(COORDINATOR, key, list(`GSVM 20 November: ${UNCLE} plasma`))
      const donor = await world.deps.stores.donors.get(await world.meet(UNCLE))
      expect(donor).toMatchObject({ lastDonation: '2026-11-20', restUntil: '2027-02-18' })
      const given = { on: '2026-11-20', kind: 'plasma_apheresis', category: 'police', firstTime: true }
      expect(await givenBy(world, UNCLE)).toEqual([given])
      expect((await world.rows()).map(({ to, purpose }) => [to, purpose])).toEqual([[UNCLE, 'certificate']])
    })

    it('takes day and centre of a camp, and leaves a longer rest as it is', async () => {
      const world = actionWorld(await open())
      const { camps, donations } = world.deps.stores
      await camps.put(camp)
      await world.act(UNCLE, 'registers', aVolunteer({ last_donation: '2026-11-23' }))
      await world.act(COORDINATOR, 'lists', list(`${campCode(camp)} ${UNCLE}`))
      const [given] = await donations.ofCamp('police-lines')
      expect(given).toMatchObject({ on: '2026-11-22', bloodCentre: GSVM, firstTime: true })
      const donor = await world.deps.stores.donors.get(await world.meet(UNCLE))
      expect(donor?.lastDonation).toBe('2026-11-23')
    })

    it('counts for the request whose centre it is, however often it runs', async () => {
      const world = actionWorld(await open())
      const code = await pledged(world)
      for (let again = 0; again < 2; again++) await world.act(COORDINATOR, 'lists', list(`GSVM: ${UNCLE}`))
      expect(await stateOf(world, code)).toEqual({ unitsLeft: 1, pledges: ['donated'] })
      const [given] = await world.deps.stores.donations.ofDonor(await world.meet(UNCLE))
      expect(given?.requestId).toBe((await world.deps.stores.requests.byCode(code))?.id)
      await world.workOff()
      expect(
        (await world.rows()).filter(({ to, purpose }) => to === UNCLE && purpose === 'certificate'),
      ).toEqual([])
    })

    it('frees the place of who gave elsewhere, and leaves one alone for what was given before the yes', async () => {
      const world = actionWorld(await open())
      const code = await pledged(world)
      await world.act(COORDINATOR, 'old list', list(`GSVM 2 November: ${UNCLE}`))
      expect(await stateOf(world, code)).toEqual({ unitsLeft: 2, pledges: ['pledged'] })
      await world.act(COORDINATOR, 'lists', list(`Ursula hospital: ${UNCLE}`))
      expect(await stateOf(world, code)).toEqual({ unitsLeft: 2, pledges: ['released'] })
    })

    it('records by the code of a request too, and gives back whom it does not find there', async () => {
      const world = actionWorld(await open())
      const code = await pledged(world)
      const done = await world.act(COORDINATOR, 'lists', list(`${code} 2222 plasma, ${code} 9999`))
      expect(done).toMatchObject({ ok: true, values: { count: 1, unread: [`${code} 9999`] } })
      expect((await givenBy(world, UNCLE))[0]?.kind).toBe('plasma_apheresis')
    })

    it('takes no unit off a request for red cells when plasma was given', async () => {
      const world = actionWorld(await open())
      const code = await pledged(world)
      const gave = { action: 'note_outcome', args: { verb: 'gave', codes: [code], text: 'plasma 2222' } }
      for (let again = 0; again < 2; again++)
        expect(await world.act(COORDINATOR, 'says', gave)).toEqual({ ok: true, values: { code } })
      expect(await stateOf(world, code)).toEqual({ unitsLeft: 2, pledges: ['could_not_give'] })
      const [given] = await world.deps.stores.donations.ofDonor(await world.meet(UNCLE))
      expect(given).toMatchObject({ kind: 'plasma_apheresis' })
      expect(given?.requestId).toBeUndefined()
    })

    it('records nothing without a centre, and nothing for others than coordinators', async () => {
      const world = actionWorld(await open())
      const refused = await world.act(COORDINATOR, 'lists', list(STRANGER))
      expect(refused).toMatchObject({ ok: false, reason: 'no_centre' })
      const other = await world.act(MOTHER, 'lists', list(`GSVM: ${STRANGER}`))
      expect(other).toEqual({ ok: false, reason: 'not_coordinator' })
      expect(await givenBy(world, STRANGER)).toEqual([])
    })

    it('is remembered when somebody registers who had given before', async () => {
      const world = actionWorld(await open())
      await world.act(COORDINATOR, 'lists', list(`GSVM 20 November: ${UNCLE}`))
      await world.act(UNCLE, 'registers', aVolunteer({ last_donation: null }))
      const donor = await world.deps.stores.donors.get(await world.meet(UNCLE))
      expect(donor).toMatchObject({ lastDonation: '2026-11-20' })
      expect((donor?.restUntil ?? '') > TODAY).toBe(true)
    })
  })

  describe('record_impact', () => {
    it('tells every donor of the camp the same, once, and only who once said yes to messages', async () => {
      const world = actionWorld(await open())
      const { camps, donations, impacts, jobs } = world.deps.stores
      await camps.put(camp)
      for (const phone of [UNCLE, NEIGHBOUR]) await world.act(phone, `registers ${phone}`, aVolunteer())
      await world.workOff()
      for (const phone of [UNCLE, NEIGHBOUR, STRANGER])
        await donations.add(aDonation({ donorId: await world.meet(phone), campId: camp.id, on: camp.date }))
      await world.act(COORDINATOR, 'enters', helped(`${campCode(camp)} 12`))
      expect(await impacts.get('camp police-lines')).toMatchObject({ patients: 12, from: camp.date })
      const job = await jobs.get(impactJob({ id: 'camp police-lines' }, NOW).id)
      for (let again = 0; again < 2; again++) if (job) await tellImpact(job, NOW, world.deps)
      const rows = await world.rows()
      expect(rows.map(({ to }) => to).sort()).toEqual([UNCLE, NEIGHBOUR].sort())
      expect(new Set(rows.map(({ body }) => body)).size).toBe(1)
      expect(rows[0]?.body).toMatch(/पुलिस लाइन.*12 मरीज़ों/)
    })

    it.each(['12', 'November', 'November 12 14', 'November 0', 'qwerty 5'])(
      'does not guess at %j',
      async (text) => {
        const world = actionWorld(await open())
        const refused = await world.act(COORDINATOR, 'enters', helped(text))
        expect(refused).toMatchObject({ ok: false, reason: 'not_understood' })
      },
    )
  })
})
