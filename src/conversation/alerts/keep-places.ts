import type { Instant } from '../../base/clock'
import type { Places } from '../../blood/alerts/places'
import { takesPlace, type Pledge } from '../../blood/alerts/pledge'
import { toStandDown } from '../../blood/alerts/stand-down'
import { fitOf } from '../../blood/groups/compatibility'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from '../action/deps'
import { todosOf } from '../action/todos'
import { asksDonors } from './alert-need'
import { placesForUnits, placesOf } from './places-for-units'

/**
 * The places of a request as it stands now: opened once donors are to be asked, with as many as its units need, and
 * closed with it. Nothing for a request that never wanted donors. Repeatable.
 */
export async function keepPlaces(request: BloodRequest, deps: ActionDeps): Promise<Places | undefined> {
  const { places } = deps.stores
  const { id, units, state } = request
  if (state.status === 'closed') return places.close(id, state.closedAt)
  if (asksDonors(request)) await placesOf(request, deps)
  return places.resize(id, { units, placesFor: placesForUnits(request, deps) })
}

/**
 * Stands down with thanks, once, who holds a place that is not needed any more: the request was closed, needs less, or
 * needs another group. Who has arrived is left to the centre.
 */
export async function standDown(
  places: Places,
  {
    request,
    now,
    deps,
  }: { readonly request: BloodRequest; readonly now: Instant; readonly deps: ActionDeps },
): Promise<void> {
  const misfits = places.closed ? [] : await otherGroups(places, request, deps)
  for (const { donorId, saidYesAt } of new Set([...toStandDown(places), ...misfits])) {
    const key = `stands_down ${places.id} ${donorId} ${saidYesAt}`
    const told = {
      kind: 'contact',
      contactId: donorId,
      purpose: 'reminder',
      text: 'stand_down',
      values: { code: request.code },
    } as const
    await deps.stores.places.move(key, places.id, {
      donorId,
      event: 'stands_down',
      by: 'clock',
      at: now,
      placesFor: placesForUnits(request, deps),
      todo: todosOf(key, [told]),
    })
  }
}

/** Who was asked before the request's group or component was corrected. */
async function otherGroups(
  { pledges }: Places,
  { component, group }: BloodRequest,
  { stores }: ActionDeps,
): Promise<readonly Pledge[]> {
  const found: Pledge[] = []
  for (const pledge of pledges) {
    const coming = takesPlace(pledge.state) && pledge.state !== 'arrived'
    const donor = coming ? await stores.donors.get(pledge.donorId) : undefined
    if (donor && fitOf(component, donor.group, group) === undefined) found.push(pledge)
  }
  return found
}
