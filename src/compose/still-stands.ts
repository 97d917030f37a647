import { placesTaken } from '../blood/alerts/places'
import { asksDonors } from '../conversation/alerts/alert-need'
import type { OutboxRow } from '../messaging/outbox-store'
import type { Stores } from '../storage/stores'

/** Whether what a message is about still stands, by the kind of its subject. A kind that is not here always does. */
export function stillStands(
  stores: Pick<Stores, 'alerts' | 'places' | 'requests'>,
): (row: OutboxRow) => Promise<boolean> {
  const checks: { readonly [kind: string]: (id: string, row: OutboxRow) => Promise<boolean> } = {
    // Nobody is asked to give once the request wants no donors any more, or enough have said yes.
    alert: async (id) => {
      const alert = await stores.alerts.get(id)
      const request = alert && (await stores.requests.get(alert.requestId))
      if (!request || !asksDonors(request)) return false
      const places = await stores.places.get(request.id)
      return places !== undefined && !places.closed && placesTaken(places) < places.places
    },
  }
  return async (row) => {
    const { subject } = row
    const check = subject && Object.hasOwn(checks, subject.kind) ? checks[subject.kind] : undefined
    return subject && check ? check(subject.id, row) : true
  }
}
