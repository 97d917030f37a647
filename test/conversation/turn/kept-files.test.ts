import { DAY, MINUTE } from '../../../src/base/clock'
import { fileIdOf } from '../../../src/files/file-id'
import type { Stores } from '../../../src/storage/stores'
import { forEachEngine } from '../../support/engines'
import { everyFault, faultyStores, type Fault, type FaultyStores } from '../../support/faulty-stores'
import { testWorld, type TestWorld } from '../../support/transcript-world'

const NOW = Date.parse('2026-11-24T09:00+05:30')
const PERSON = '+919876543210'
const COORDINATOR = '+919800000009'
const VOICE = { media: [{ contentType: 'audio/ogg', bytes: Uint8Array.from([79, 103, 103]) }] }

/** Stores that another set of stores takes the place of while they are in use. */
function replaceable(first: Stores): { readonly stores: Stores; replaceBy(other: Stores): void } {
  let current = first
  const storeOf = (name: string | symbol): object =>
    new Proxy(
      {},
      {
        get: (_none, method): unknown => {
          const store = Reflect.get(current, name) as object
          return (Reflect.get(store, method) as () => unknown).bind(store)
        },
        ownKeys: () => Reflect.ownKeys(Reflect.get(current, name) as object),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    )
  const stores = new Proxy(first, {
    get: (_none, name): unknown => {
      const found: unknown = Reflect.get(current, name)
      return typeof found === 'object' && found !== null ? storeOf(name) : found
    },
  })
  return { stores, replaceBy: (other) => (current = other) }
}

/** A world in which a coordinator is awake, and from then on the process dies by the schedule. */
async function worldWith(
  open: () => Promise<Stores>,
  schedule: readonly Fault[],
): Promise<{ readonly world: TestWorld; readonly faulty: FaultyStores; readonly stores: () => Stores }> {
  const opened: Stores[] = []
  const processes: ReturnType<typeof replaceable>[] = []
  const world = await testWorld({
    now: NOW,
    env: { COORDINATORS: COORDINATOR },
    open: async () => {
      const raw = await open()
      opened.push(raw)
      const process = replaceable(raw)
      processes.push(process)
      return process.stores
    },
  })
  await wakeCoordinator(world)
  const [raw] = opened
  if (!raw) throw new Error('no process has begun')
  const faulty = faultyStores(raw, schedule)
  processes[0]?.replaceBy(faulty.stores)
  return { world, faulty, stores: () => opened.at(-1) ?? raw }
}

/** Somebody sends a voice message, and everything that follows is done. */
async function sendVoice(world: TestWorld): Promise<string> {
  const { sid } = await world.standIn.phone({ channel: 'whatsapp', number: PERSON }).send('', VOICE)
  await world.settle().catch(() => undefined)
  return sid
}

async function wakeCoordinator(world: TestWorld): Promise<void> {
  await world.standIn.phone({ channel: 'whatsapp', number: COORDINATOR }).send('#')
  await world.settle()
}

/** As many store calls as there are at most from the message to the last follow-up. */
const MOST_CALLS = 36

forEachEngine((engine, open) => {
  describe(`a voice message and its follow-ups on ${engine}`, () => {
    it('take these calls of the stores', async () => {
      const { world, faulty } = await worldWith(open, [])
      await sendVoice(world)
      const turn = faulty.calls
      expect(turn).toEqual(
        expect.arrayContaining(['files.expect', 'files.fill', 'files.done', 'handOvers.open']),
      )
      expect(turn.slice(0, MOST_CALLS)).toContain('outbox.settle')
      await world.close()
    })

    // A crash before a call leaves what one after the call before it leaves. Of a server every third is enough.
    const step = engine === 'embedded' ? 1 : 3
    it.each(everyFault(MOST_CALLS, ['crash_after']).filter(({ at }) => at % step === 0))(
      'are kept and told of once when the process dies ($kind $at)',
      async ({ at, kind }) => {
        const { world, stores } = await worldWith(open, [{ at, kind }])
        const { inbox } = world.standIn.phone({ channel: 'whatsapp', number: COORDINATOR })
        const told = inbox.length
        const sid = await sendVoice(world)
        await world.restart()
        await world.wait(3 * MINUTE)
        await world.settle()
        await world.settle()
        const { files, todos } = stores()
        const kept = await files.get(fileIdOf(sid, 0), NOW + MINUTE)
        expect(kept && [...kept.bytes]).toEqual([79, 103, 103])
        expect(await files.claim(NOW + DAY, NOW + DAY)).toBeUndefined()
        // A message that was being sent may wait for Twilio's list: that is the outbox's own matter.
        expect(inbox.slice(told).length).toBeLessThanOrEqual(1)
        expect(await todos.open(10)).toEqual([])
        const phone = world.standIn.phone({ channel: 'whatsapp', number: PERSON })
        expect(phone.inbox.length).toBeLessThanOrEqual(1)
        await world.close()
      },
    )
  })
})
