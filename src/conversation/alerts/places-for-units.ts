import { showedAndPassed } from '../../blood/alerts/alert-records'
import { learntRate, SHOW_AND_PASS_PRIOR } from '../../blood/alerts/learnt-rate'
import { openPlaces, type Places, type PlacesFor } from '../../blood/alerts/places'
import { pledgesFor } from '../../blood/alerts/reserve'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from '../action/deps'

/** How many places so many units need, within what the request's centre can take. */
export function placesForUnits(
  { bloodCentre }: Pick<BloodRequest, 'bloodCentre'>,
  { organisation }: Pick<ActionDeps, 'organisation'>,
): PlacesFor {
  const intake = organisation.bloodCentres.find(({ name }) => name === bloodCentre)?.intake
  return (unitsLeft, showAndPass = SHOW_AND_PASS_PRIOR.mean) =>
    unitsLeft <= 0 ? 0 : pledgesFor(unitsLeft, showAndPass, intake)
}

/** What is learnt is learnt from the pledges of so many requests. */
const LEARNT_FROM = 200

/**
 * The places of a request that asks donors, opened by whoever comes first: as many as its units need at the rate of showing
 * and passing that was learnt until then, which they keep.
 */
export async function placesOf(
  { id, units, ...request }: Pick<BloodRequest, 'id' | 'units' | 'bloodCentre'>,
  deps: ActionDeps,
): Promise<Places> {
  const { places } = deps.stores
  const known = await places.get(id)
  if (known) return known
  const ended = (await places.ended(LEARNT_FROM)).flatMap(({ pledges }) => pledges)
  const showAndPass = learntRate(SHOW_AND_PASS_PRIOR, showedAndPassed(ended))
  const wanted = placesForUnits(request, deps)(units, showAndPass)
  return places.open({ ...openPlaces(id, units, wanted), showAndPass })
}
