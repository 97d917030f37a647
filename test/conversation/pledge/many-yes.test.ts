import { openPlaces, placesTaken, type Places } from '../../../src/blood/alerts/places'
import type { BloodRequest } from '../../../src/blood/requests/blood-request'
import type { Stores } from '../../../src/storage/stores'
import { forEachEngine, type EngineName } from '../../support/engines'
import { testWorld, type TestWorld } from '../../support/transcript-world'
import { MOTHER, NOW, organisation } from '../action/support/action-world'
import { askedFor, donorsWith, verifiedBy } from './support/asked-donors'

/** A connection a donor is dear on MongoDB: `MANY_YES=2000` lets as many say yes there too. */
const DONORS = { embedded: 2_000, mongo: Number(process.env['MANY_YES'] ?? 250) }
const UNITS = 2
const PLACES = UNITS + 1

/** Centres that can take three donors: two units and one in reserve. */
const CENTRES = organisation.bloodCentres.map((centre) => ({ ...centre, intake: PLACES }))

function phones(engine: EngineName): readonly string[] {
  return Array.from({ length: DONORS[engine] }, (_, nth) => `+9170000${String(nth).padStart(5, '0')}`)
}
const PRE_SCREEN = /A place is held for you/
const STOOD_DOWN = /Enough people are coming|Nobody is needed for this any more/

/** A request with so many places, for which every donor was asked an hour ago. */
async function everyoneAsked(all: readonly string[], stores: Stores): Promise<BloodRequest> {
  const request = await verifiedBy(MOTHER, stores, UNITS)
  await stores.places.open(openPlaces(request.id, UNITS, PLACES))
  await askedFor(request, await donorsWith(all, stores), stores)
  return request
}

async function phonesOf(pledges: Places['pledges'], stores: Stores): Promise<readonly string[]> {
  const found = await Promise.all(pledges.map(({ donorId }) => stores.contacts.get(donorId)))
  return found.flatMap((contact) => contact?.phone ?? [])
}

/** What the phone of this number shows. */
function shown(world: TestWorld, number: string): readonly string[] {
  return world.standIn.phone({ channel: 'whatsapp', number }).inbox.map(({ text }) => text)
}

async function write(world: TestWorld, number: string, text: string): Promise<void> {
  await world.standIn.phone({ channel: 'whatsapp', number }).send(text)
}

forEachEngine((engine, open) => {
  const all = phones(engine)
  it(`${all.length} donors say yes at the same moment: each is answered once, and every place is held once`, async () => {
    const stores = await open()
    const request = await everyoneAsked(all, stores)
    const opened = [stores]
    const world = await testWorld({
      now: NOW,
      organisation: { bloodCentres: CENTRES },
      processes: engine === 'mongo' ? 2 : 1,
      open: async () => opened.pop() ?? open(),
    })
    await Promise.all(all.map((phone) => write(world, phone, 'yes')))
    await world.settle()

    const places = await stores.places.get(request.id)
    if (!places) throw new Error('no places')
    const held = await phonesOf(places.pledges, stores)
    expect(places.pledges.map(({ state }) => state)).toEqual(held.map(() => 'place_held'))
    expect(held).toHaveLength(PLACES)
    const answers = all.map((phone) => ({ phone, said: shown(world, phone) }))
    expect(answers.filter(({ said }) => said.length !== 1)).toEqual([])
    const screened = answers.filter(({ said }) => PRE_SCREEN.test(said.join()))
    expect(screened.map(({ phone }) => phone).sort()).toEqual([...held].sort())
    expect(answers.filter(({ said }) => STOOD_DOWN.test(said.join()))).toHaveLength(all.length - PLACES)

    // Two drop out: the first two of those who had said yes in vain are asked, before anybody else.
    const waiting = await phonesOf(places.standby, stores)
    for (const phone of held.slice(0, 2)) await write(world, phone, 'cannot come')
    await world.settle()
    const askedAgain = all.filter((phone) => !held.includes(phone) && shown(world, phone).length > 1)
    expect(askedAgain.sort()).toEqual(waiting.slice(0, 2).sort())
    for (const phone of askedAgain) await write(world, phone, 'yes')
    const now = await stores.places.get(request.id)
    expect(now && placesTaken(now)).toBe(PLACES)
    expect(world.faults).toEqual([])
    await world.close()
  }, 120_000)
})
