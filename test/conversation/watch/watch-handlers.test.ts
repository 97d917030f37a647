import { instantOf } from '../../../src/base/calendar'
import { HOUR, MINUTE, type Instant } from '../../../src/base/clock'
import type { BloodRequest } from '../../../src/blood/requests/blood-request'
import { watchHandlers } from '../../../src/conversation/watch/watch-handlers'
import { watchJobs, type WatchJobKind } from '../../../src/conversation/watch/watch-jobs'
import type { Job } from '../../../src/schedule/job-store'
import type { Stores } from '../../../src/storage/stores'
import { forEachEngine } from '../../support/engines'
import {
  actionWorld,
  aNeed,
  COORDINATOR,
  MOTHER,
  NOW,
  organisation,
  textIn,
  UNCLE,
  aVolunteer,
  type ActionWorld,
} from '../action/support/action-world'

const ZONE = 'Asia/Kolkata'
const times = { onCall: organisation.onCall, timeZone: ZONE }
/** Every centre with a number that somebody reached. */
const CONFIRMED = {
  ...organisation,
  bloodCentres: organisation.bloodCentres.map((centre) => ({
    ...centre,
    phones: [{ number: '+915122535881', confirmedOn: '2026-11-01' }],
  })),
}

describe('a new request', () => {
  it.each([
    { when: 'tomorrow, at night too', neededBy: '2026-11-25', asked: '22:00', due: ['2026-11-24', '22:30'] },
    {
      when: 'later, when coordinators answer',
      neededBy: '2026-11-27',
      asked: '22:00',
      due: ['2026-11-25', '08:30'],
    },
    { when: 'later, by day', neededBy: '2026-11-27', asked: '10:00', due: ['2026-11-24', '10:30'] },
  ])('needed $when: is looked for after half an hour', ({ neededBy, asked, due: [day = '', at = ''] }) => {
    const createdAt = instantOf('2026-11-24', asked, ZONE)
    const [unseen] = watchJobs({ id: 'r1', createdAt, neededBy }, times)
    expect(unseen?.due).toBe(instantOf(day, at, ZONE))
  })
})

async function raised(world: ActionWorld): Promise<BloodRequest> {
  const code = textIn(await world.act(MOTHER, 'need', aNeed()), 'code')
  const request = await world.deps.stores.requests.byCode(code)
  if (!request) throw new Error('no request')
  return request
}

function verified(world: ActionWorld, { code }: BloodRequest, choice: string): Promise<unknown> {
  const args = { verb: 'verify', codes: [code], choice }
  return world.act(COORDINATOR, `verify ${choice}`, { action: 'decide_requests', args })
}

interface Watched {
  readonly world: ActionWorld
  readonly request: BloodRequest
}

/** Runs the job that is due at this moment, twice: as after a crash. */
async function run(kind: WatchJobKind, now: Instant, { world, request }: Watched): Promise<void> {
  const [unseen, silence] = watchJobs(request, times)
  const draft = kind === 'unseen' ? unseen : silence
  if (!draft) throw new Error('no job')
  const job: Job = { ...draft, state: 'claimed', attempt: 1 }
  for (const attempt of [1, 2]) await watchHandlers(world.deps)[kind]({ ...job, attempt }, now)
}

async function told(world: ActionWorld, phone: string): Promise<readonly string[]> {
  return (await world.rows()).filter(({ to }) => to === phone).map(({ body }) => body)
}

async function next(stores: Stores, { id }: BloodRequest, due: Instant): Promise<boolean> {
  return (await stores.jobs.get(`silence ${id} ${due}`)) !== undefined
}

forEachEngine((_engine, open) => {
  describe('what is watched', () => {
    it('is followed up with the request', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await raised(world)
      await world.workOff()
      const jobs = await Promise.all(watchJobs(request, times).map(({ id }) => stores.jobs.get(id)))
      expect(jobs.map((job) => job?.kind)).toEqual(['unseen', 'silence'])
    })

    it('tells family and coordinators once that nobody looked, with a number that works', async () => {
      const world = actionWorld(await open(), { organisation: CONFIRMED })
      const request = await raised(world)
      await run('unseen', NOW + 30 * MINUTE, { world, request })
      expect(await told(world, MOTHER)).toEqual([expect.stringContaining('0512 253 5881')])
      expect(await told(world, COORDINATOR)).toEqual([expect.stringContaining('आधे घंटे')])
    })

    it('leaves alone what is verified or closed', async () => {
      const world = actionWorld(await open())
      const request = await raised(world)
      await verified(world, request, 'stock')
      await run('unseen', NOW + 30 * MINUTE, { world, request })
      await world.act(MOTHER, 'cancel', { action: 'cancel_request', args: { request: request.id } })
      await run('silence', NOW + 6 * HOUR, { world, request })
      expect(await told(world, MOTHER)).toEqual([])
    })

    it('breaks a silence of six waking hours, and looks again after as many', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await raised(world)
      await run('silence', NOW + 6 * HOUR, { world, request })
      expect(await told(world, MOTHER)).toEqual([expect.stringContaining('खून अभी मिला नहीं है')])
      // 16:00, five hours to the night, and one in the morning.
      expect(await next(stores, request, instantOf('2026-11-25', '09:00', ZONE))).toBe(true)
    })

    it('says nothing while news of donors comes', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await raised(world)
      await verified(world, request, 'alert')
      await world.act(UNCLE, 'registers', aVolunteer({ group: 'B+', last_donation: null }))
      const of = { code: request.code }
      await world.act(UNCLE, 'yes', { action: 'claim_place', args: of })
      const at = { day: '2026-11-24', time: '18:00' }
      const context = { now: NOW + 3 * HOUR }
      await world.act(UNCLE, 'time', { action: 'make_pledge', args: { ...of, ...at }, context })
      await run('silence', NOW + 6 * HOUR, { world, request })
      expect(await told(world, MOTHER)).toEqual([])
      expect(await next(stores, request, NOW + 9 * HOUR)).toBe(true)
    })

    it('asks how it ended when the day is over, and is quiet from then on', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const request = await raised(world)
      const now = instantOf('2026-11-27', '08:00', ZONE)
      await run('silence', now, { world, request })
      expect(await told(world, MOTHER)).toEqual([expect.stringContaining('मेरी स्थिति')])
      expect(await told(world, COORDINATOR)).toEqual([expect.stringContaining('#बंद')])
      expect(await next(stores, request, instantOf('2026-11-27', '14:00', ZONE))).toBe(false)
    })
  })
})
