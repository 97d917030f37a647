import { learntRate, SHOW_AND_PASS_PRIOR } from '../../blood/alerts/learnt-rate'
import { pledgesFor } from '../../blood/alerts/reserve'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from '../action/deps'

/** How many places so many units need, within what the request's centre can take. */
export function placesForUnits(
  { bloodCentre }: Pick<BloodRequest, 'bloodCentre'>,
  { organisation }: Pick<ActionDeps, 'organisation'>,
): (unitsLeft: number) => number {
  const intake = organisation.bloodCentres.find(({ name }) => name === bloodCentre)?.intake
  const rate = learntRate(SHOW_AND_PASS_PRIOR, { of: 0, yes: 0 })
  return (unitsLeft) => (unitsLeft <= 0 ? 0 : pledgesFor(unitsLeft, rate, intake))
}
