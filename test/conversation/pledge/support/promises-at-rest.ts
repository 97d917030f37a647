import { DAY, MINUTE } from '../../../../src/base/clock'
import { alertId } from '../../../../src/blood/alerts/alert'
import { placesTaken, type Places } from '../../../../src/blood/alerts/places'
import { heldUntil, takesPlace } from '../../../../src/blood/alerts/pledge'
import type { Donor } from '../../../../src/blood/donors/donor'
import { fitOf } from '../../../../src/blood/groups/compatibility'
import type { BloodRequest } from '../../../../src/blood/requests/blood-request'
import type { OutboxRow } from '../../../../src/messaging/outbox-store'
import type { Ledger, NotedMove } from './ledger'
import { phoneOf, type PledgeWorld, type Snapshot } from './pledge-world'
import { donationsIn } from './promises'
import { DONORS } from './story'

/** What holds once every follow-up and every due job is done. */
export async function brokenAtRest(world: PledgeWorld): Promise<readonly string[]> {
  const snapshot = await world.snapshot()
  const open = await world.stores.todos.open(100)
  const rows = await Promise.all([...world.ledger.rows.keys()].map((id) => world.stores.outbox.get(id)))
  const kept = rows.filter((row) => row !== undefined)
  return [
    ...open.map(({ kind }) => `a follow-up is left: ${kind}`),
    ...snapshot.requests.flatMap((request, nth) =>
      brokenRequest(request, { world, snapshot, rows: kept }).map((one) => `request ${nth}: ${one}`),
    ),
    ...snapshot.donors.flatMap((donor, nth) =>
      brokenDonor(donor, world.ledger, snapshot).map((one) => `donor ${nth}: ${one}`),
    ),
    ...kept.flatMap((row) => namesDonor(row)),
  ]
}

interface AtRest {
  readonly world: PledgeWorld
  readonly snapshot: Snapshot
  readonly rows: readonly OutboxRow[]
}

function brokenRequest(request: BloodRequest, at: AtRest): readonly string[] {
  const places = at.snapshot.places.get(request.id)
  const moves = at.world.ledger.moves.filter(({ requestId }) => requestId === request.id)
  if (!places) return moves.length === 0 ? [] : ['there are no places']
  return [
    ...unitsAddUp(request, places),
    ...placesFit(request, places, at.snapshot),
    ...clockRan(places, at.snapshot),
    ...heardOnce(request, moves, at),
    ...askedOnce(request, at),
  ]
}

/** Units left = units - donated, and met exactly when the last is given. */
function unitsAddUp({ units, state }: BloodRequest, places: Places): readonly string[] {
  const given = donationsIn(places)
  const left = Math.max(0, units - given)
  const isMet = state.status === 'closed' && state.reason === 'met'
  return [
    ...(places.unitsLeft === left || state.status === 'closed'
      ? []
      : [`${places.unitsLeft} units are left of ${units}, ${given} given`]),
    ...(isMet && left > 0 ? [`closed as met with ${left} units left`] : []),
    ...(!isMet && state.status !== 'closed' && left === 0 ? ['every unit is given, and it is open'] : []),
    ...(places.closed === (state.status === 'closed') ? [] : ['its places and it are not closed together']),
  ]
}

function placesFit(
  { component, group }: BloodRequest,
  places: Places,
  { donors }: Snapshot,
): readonly string[] {
  const coming = places.pledges.filter(({ state }) => takesPlace(state) && state !== 'arrived')
  const taken = placesTaken(places)
  const misfit = coming.filter(({ donorId }) => {
    const donor = donors.find(({ id }) => id === donorId)
    return donor && fitOf(component, donor.group, group) === undefined
  })
  return [
    ...(places.closed && coming.length > 0 ? ['somebody still comes to a closed request'] : []),
    ...(!places.closed && taken > places.places && coming.length > 0
      ? [`${taken} take ${places.places} places`]
      : []),
    ...(places.closed ? [] : misfit.map(({ state }) => `of another group, and ${state}`)),
  ]
}

function clockRan({ pledges }: Places, { now }: Snapshot): readonly string[] {
  return pledges.flatMap((pledge) => {
    const { state, arrivesAt } = pledge
    if (state === 'place_held')
      return heldUntil(pledge) + 5 * MINUTE < now ? ['a place is held for too long'] : []
    const coming = state === 'pledged' || state === 'reminded'
    return coming && (arrivesAt === undefined || arrivesAt + DAY + 5 * MINUTE < now)
      ? ['is still expected']
      : []
  })
}

/** Every step is told once to whom it concerns, and nothing of donors to a family after its request closed. */
function heardOnce(request: BloodRequest, moves: readonly NotedMove[], at: AtRest): readonly string[] {
  const told = (key: string, to?: string): number =>
    at.rows.filter(
      ({ body, contactId }) =>
        body.startsWith(`messages:${key} `) &&
        body.includes(`"${request.code}"`) &&
        (to === undefined || contactId === to),
    ).length
  const count = (...events: NotedMove['event'][]): readonly NotedMove[] =>
    moves.filter(({ event }) => events.includes(event))
  const whileOpen = (of: readonly NotedMove[]): readonly [number, number] => [
    of.filter(({ requestOpen }) => requestOpen === true).length,
    of.filter(({ requestOpen }) => requestOpen !== false).length,
  ]
  const dropped = moves.filter(
    ({ from, to }) =>
      ['pledged', 'reminded', 'arrived'].includes(from ?? '') &&
      ['withdrawn', 'could_not_give', 'did_not_come', 'released'].includes(to),
  )
  const { state } = request
  const isMet = state.status === 'closed' && state.reason === 'met'
  const expected: readonly (readonly [
    key: string,
    times: number | readonly [least: number, most: number],
  ])[] = [
    ['request_pledged', whileOpen(count('passes_pre_screen'))],
    ['family_came', whileOpen(count('arrives'))],
    ['family_dropped', whileOpen(dropped)],
    ['request_filled', isMet ? 1 : 0],
    ['stand_down', count('stands_down').length],
    ['place_released', count('time_runs_out').length],
    ['pledge_reminder', count('is_reminded').length],
    ['donor_gave', count('gives').length],
    ['came_thanks', count('cannot_give').filter(({ by }) => by !== 'donor').length],
    // A late word of it moves no pledge.
    ['coordinator_says_gave', [count('says_gave').length, Infinity]],
  ]
  return expected.flatMap(([key, times]) => {
    const [least, most] = typeof times === 'number' ? [times, times] : times
    const heard = told(key)
    return heard >= least && heard <= most ? [] : [`${key} is told ${heard} times instead of ${most}`]
  })
}

/** Nobody is asked twice for one request, except once from standby. */
function askedOnce({ id: requestId }: BloodRequest, { world, snapshot }: AtRest): readonly string[] {
  return snapshot.donors.flatMap(({ id }, nth) => {
    const asked = world.sent.flatMap((one) => {
      const row = world.ledger.rows.get(one.id)
      const isOne = row?.draft.purpose === 'alert' && row.draft.subject?.id === alertId(requestId, id)
      return isOne ? [row] : []
    })
    const from = asked.filter(({ wasOnStandby }) => wasOnStandby).length
    return asked.length - from > 1 || from > 1 ? [`donor ${nth} was asked ${asked.length} times`] : []
  })
}

/** A donation sets the rest, and leaves no yes behind that could be called. */
function brokenDonor(donor: Donor, { moves }: Ledger, _: Snapshot): readonly string[] {
  const gave = moves.filter(({ donorId, event }) => donorId === donor.id && event === 'gives')
  return gave.length > 0 && donor.lastDonation === undefined ? ['gave, and does not rest'] : []
}

/** A family never reads who comes. */
function namesDonor({ body, contactId }: OutboxRow): readonly string[] {
  const toFamily = /^messages:(request_pledged|family_|request_filled)/.test(body)
  const phones = Array.from({ length: DONORS }, (_, nth) => phoneOf(nth))
  return toFamily && phones.some((phone) => body.includes(phone)) ? [`${contactId} reads a number`] : []
}
