import { openPlaces } from '../../../src/blood/alerts/places'
import type { ActionResult } from '../../../src/conversation/flow/walk'
import { forEachEngine } from '../../support/engines'
import { actionWorld, aNeed, COORDINATOR, MOTHER, NOW } from '../action/support/action-world'

const DONORS = 2_000
const PLACES = 3
/** More at the same moment wait for a connection to the database, as turns do. */
const AT_ONCE = 200

function reasonOf(result: ActionResult): string {
  return result.ok ? 'ok' : result.reason
}

forEachEngine((_engine, open) => {
  it(`holds exactly as many places as there are when ${DONORS} say yes, ${AT_ONCE} at every moment`, async () => {
    const stores = await open()
    const world = actionWorld(stores)
    const raised = await world.act(MOTHER, 'need', aNeed({ group: 'B+' }))
    const code = raised.values?.['code'] as string
    await world.act(COORDINATOR, 'verify', {
      action: 'decide_requests',
      args: { codes: [code], verb: 'verify', choice: 'alert' },
    })
    const request = await stores.requests.byCode(code)
    await stores.places.open(openPlaces(request?.id ?? '', 2, PLACES))
    const phones = Array.from({ length: DONORS }, (_, nth) => `+9170000${String(nth).padStart(5, '0')}`)
    await inTurns(phones, async (phone) => register(stores, await world.meet(phone)))
    const say = (phone: string) => world.act(phone, `yes ${phone}`, { action: 'claim_place', args: { code } })

    const said = await inTurns(phones, say)
    const reasons = said.map(reasonOf)
    expect(reasons.filter((reason) => reason === 'ok')).toHaveLength(PLACES)
    expect(reasons.filter((reason) => reason === 'standby')).toHaveLength(DONORS - PLACES)

    const places = await stores.places.get(request?.id ?? '')
    expect(places?.pledges.map(({ state }) => state)).toEqual(['place_held', 'place_held', 'place_held'])
    // The same message again, after a crash: the same answer, and nobody's place moves.
    const again = await Promise.all(phones.slice(0, 20).map(say))
    expect(again.map(reasonOf)).toEqual(said.slice(0, 20).map(reasonOf))
    expect(await stores.places.get(request?.id ?? '')).toEqual(places)
  }, 120_000)
})

async function register(stores: Parameters<typeof actionWorld>[0], id: string): Promise<void> {
  await stores.donors.register(
    `register ${id}`,
    {
      id,
      locale: 'hi',
      group: 'B+',
      birthYear: 1990,
      sex: 'male',
      weight: 70,
      category: 'citizen',
      available: true,
      registeredAt: NOW,
    },
    [],
  )
}

async function inTurns<T>(
  phones: readonly string[],
  act: (phone: string) => Promise<T>,
): Promise<readonly T[]> {
  const done: T[] = []
  for (let from = 0; from < phones.length; from += AT_ONCE) {
    done.push(...(await Promise.all(phones.slice(from, from + AT_ONCE).map(act))))
  }
  return done
}
