import type { Instant } from '../../base/clock'
import { placesTaken } from '../../blood/alerts/places'
import type { ActionDeps } from '../action/deps'
import { alertNeed, asksDonors } from './alert-need'
import { mayBeAsked } from './may-be-asked'

/**
 * Whether an alert that waits in the outbox is still to leave: not once the request wants no donors any more or enough
 * have said yes, nor when its donor said no, comes to another request, or may not give for this one any more.
 */
export async function alertStands(alertId: string, now: Instant, deps: ActionDeps): Promise<boolean> {
  const { stores, organisation } = deps
  const alert = await stores.alerts.get(alertId)
  const request = alert && (await stores.requests.get(alert.requestId))
  if (!request || !asksDonors(request)) return false
  if (alert.answer !== undefined && alert.answer.said !== 'yes') return false
  const places = await stores.places.get(request.id)
  if (!places || places.closed || placesTaken(places) >= places.places) return false
  const patient = await stores.patients.get(request.patientId)
  const asked = alertNeed(request, { patient, unitsLeft: places.unitsLeft, organisation })
  return (
    asked !== undefined && (await mayBeAsked([alert.contactId], { ...asked, now }, deps)).has(alert.contactId)
  )
}
