import { DAY, HOUR, MINUTE } from '../../../src/base/clock'
import { lookAtAlerts } from '../../../src/conversation/alerts/look-at-alerts'
import { waveJob } from '../../../src/conversation/alerts/wave-job'
import { pledgeHandlers } from '../../../src/conversation/pledge/pledge-handlers'
import type { PledgeJobKind } from '../../../src/conversation/pledge/pledge-jobs'
import type { Stores } from '../../../src/storage/stores'
import { forEachEngine } from '../../support/engines'
import { InjectedFault, type Fault } from '../../support/faulty-stores'
import type { Act } from '../action/support/action-world'
import { inNewFolders } from './support/new-folder'
import { phoneOf, PledgeWorld, type Turn } from './support/pledge-world'

interface By {
  readonly attempt: number
  readonly fault?: Fault
}

interface Case {
  readonly name: string
  readonly before: (world: PledgeWorld) => Promise<void>
  /** What dies on the way, and is done again. */
  readonly run: (world: PledgeWorld, by: By) => Promise<unknown>
  /** At least as many as the store calls of it. */
  readonly calls: number
}

const CASES: readonly Case[] = [
  { name: 'the end of a held place', before: said('claim_place'), run: job('hold', 21 * MINUTE), calls: 5 },
  { name: 'a reminder', before: coming, run: job('remind', HOUR), calls: 5 },
  { name: 'a question whether somebody came', before: coming, run: job('follow_up', 7 * HOUR), calls: 6 },
  { name: 'a no-show', before: coming, run: job('no_show', 2 * DAY), calls: 5 },
  {
    name: 'the last unit',
    before: async (world) => {
      await coming(world)
      await act(world, phoneOf(1), { action: 'claim_place', args: { code: await codeOf(world) } })
    },
    run: turn(async (world) => ({
      phone: world.coordinator,
      what: {
        action: 'note_outcome',
        args: { verb: 'gave', codes: [await codeOf(world)], text: phoneOf(0) },
      },
    })),
    calls: 20,
  },
  {
    name: 'a stop',
    before: coming,
    run: turn(async () => ({ phone: phoneOf(0), what: { action: 'opt_out' } })),
    calls: 10,
  },
  {
    name: 'a look that asks who waited',
    before: async (world) => {
      await asked(world)
      for (const donor of [0, 1, 2])
        await act(world, phoneOf(donor), { action: 'claim_place', args: { code: await codeOf(world) } })
      await act(world, phoneOf(0), {
        action: 'answer_alert',
        args: { code: await codeOf(world), said: 'cannot' },
      })
    },
    run: async (world, { attempt, fault }) => {
      const requestId = world.requestIds[0] ?? ''
      const look = { ...waveJob(requestId, { due: world.now }), state: 'claimed', attempt } as const
      // Another process finds the job only when the lease of the first has ended.
      await lookAtAlerts(look, world.now + (attempt - 1) * MINUTE, world.depsOf(0, fault))
    },
    calls: 30,
  },
]

async function codeOf({ stores, requestIds }: PledgeWorld): Promise<string> {
  return (await stores.requests.get(requestIds[0] ?? ''))?.code ?? ''
}

async function act(world: PledgeWorld, phone: string, what: Act): Promise<void> {
  await world.perform({
    phone,
    key: `${phone} ${what.action}`,
    what: { ...what, context: { now: world.now } },
  })
}

async function asked(world: PledgeWorld): Promise<void> {
  const args = { codes: [await codeOf(world)], verb: 'verify', choice: 'alert' }
  await act(world, world.coordinator, { action: 'decide_requests', args })
  await world.settle()
}

function said(action: string): Case['before'] {
  return async (world) => {
    await asked(world)
    await act(world, phoneOf(0), { action, args: { code: await codeOf(world) } })
  }
}

async function coming(world: PledgeWorld): Promise<void> {
  await said('claim_place')(world)
  const args = { code: await codeOf(world), day: world.dayOf(0), time: '16:00' }
  await act(world, phoneOf(0), { action: 'make_pledge', args })
  await world.settle()
}

/** The job of the first donor's pledge, so long after what was before. */
function job(kind: PledgeJobKind, later: number): Case['run'] {
  return async (world, { fault }) => {
    const [requestId = ''] = world.requestIds
    const [donorId = ''] = world.donorIds
    const places = await world.stores.places.get(requestId)
    const pledge = places?.pledges.find((one) => one.donorId === donorId)
    const of = kind === 'hold' ? pledge?.saidYesAt : pledge?.arrivesAt
    const payload = JSON.stringify({ requestId, donorId, of })
    const due = { id: `${kind} job`, kind, due: world.now, payload, state: 'claimed', attempt: 1 } as const
    await pledgeHandlers(world.depsOf(0, fault))[kind](due, world.now + later)
  }
}

function turn(of: (world: PledgeWorld) => Promise<Omit<Turn, 'key'>>): Case['run'] {
  return async (world, { fault }) => {
    const { phone, what } = await of(world)
    const one = { phone, key: 'the turn', what: { ...what, context: { now: world.now } } }
    return world.perform(one, 0, fault)
  }
}

/** What everybody was told, and what is stored, but for times. */
async function found(world: PledgeWorld): Promise<unknown> {
  const { stores, requestIds, donorIds, ledger } = world
  const code = await codeOf(world)
  const told = [...ledger.rows.values()].map(({ draft }) =>
    `${draft.to} ${draft.body}`.replaceAll(code, 'CODE'),
  )
  const places = await stores.places.get(requestIds[0] ?? '')
  const stateOf = (one: { readonly donorId: string; readonly state: string }) => `${one.donorId} ${one.state}`
  return {
    told: told.sort(),
    pledges: places?.pledges.map(stateOf),
    standby: places?.standby.map(stateOf),
    closed: places?.closed,
    request: (await stores.requests.get(requestIds[0] ?? ''))?.state.status,
    rests: await Promise.all(donorIds.map(async (id) => (await stores.donors.get(id))?.lastDonation)),
    left: (await stores.todos.open(9)).map(({ kind }) => kind),
  }
}

/** The world as the case leaves it, after a crash if there is one. */
async function played({ before, run }: Case, stores: Stores, fault?: Fault): Promise<unknown> {
  const world = new PledgeWorld([stores], 2)
  await world.open()
  await before(world)
  if (fault)
    await run(world, { attempt: 1, fault }).catch((error: unknown) =>
      expect(error).toBeInstanceOf(InjectedFault),
    )
  await run(world, { attempt: fault ? 2 : 1 })
  for (let again = 0; again < 3; again++) await world.work()
  return found(world)
}

/** What it comes to where nothing fails. */
const wholes = new Map<string, unknown>()

async function whole(one: Case): Promise<unknown> {
  const known = wholes.get(one.name)
  if (known !== undefined) return known
  const undisturbed = await inNewFolders(async (fresh) => {
    const [stores] = await fresh()
    return stores && played(one, stores)
  })
  wholes.set(one.name, undisturbed)
  return undisturbed
}

forEachEngine((engine, open) => {
  const rows = CASES.flatMap((one) =>
    (['crash_before', 'crash_after'] as const).flatMap((kind) =>
      Array.from({ length: one.calls }, (_, i) => ({ one, name: one.name, kind, at: i + 1 })),
    ),
  )
  // A crash before a call leaves what one after the call before it leaves; on MongoDB some stand for all.
  const some =
    engine === 'embedded'
      ? rows.filter(({ kind }) => kind === 'crash_after')
      : rows.filter((_, nth) => nth % 12 === 2)

  it.each(some)(
    '$name happens once, whatever a $kind at store call $at leaves',
    async ({ one, kind, at }) => {
      expect(await played(one, await open(), { kind, at })).toEqual(await whole(one))
    },
  )
})
