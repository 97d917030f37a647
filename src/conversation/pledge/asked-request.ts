import { dateAt, timeAt } from '../../base/calendar'
import type { CalendarDate, Instant } from '../../base/clock'
import { openPlaces, type Places } from '../../blood/alerts/places'
import type { Pledge } from '../../blood/alerts/pledge'
import { giveBy } from '../../blood/organisation/give-by'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from '../action/deps'
import { asksDonors } from '../alerts/alert-need'
import { placesForUnits } from '../alerts/places-for-units'
import type { Json } from '../turn/conversation'

/** A request that people are asked to give for, as it is now. */
export interface AskedRequest {
  readonly request: BloodRequest
  readonly places: Places | undefined
  readonly mustGiveBy: CalendarDate
}

/**
 * The request of this code with its places; nothing when there is none. A yes may come before the first wave, by a link
 * that somebody passed on: the places of a request that asks donors are opened by whoever comes first.
 */
export async function askedRequest(code: string, deps: ActionDeps): Promise<AskedRequest | undefined> {
  const { stores, organisation } = deps
  const request = await stores.requests.byCode(code)
  if (!request) return undefined
  const mustGiveBy = giveBy(request, organisation)
  const { id, units } = request
  if (asksDonors(request)) {
    const places = await stores.places.open(openPlaces(id, units, placesForUnits(request, deps)(units)))
    return { request, places, mustGiveBy }
  }
  return { request, places: await stores.places.get(id), mustGiveBy }
}

/** What this donor said to the request, whether it has a place or waits for one. */
export function pledgeOf(places: Places | undefined, donorId: string): Pledge | undefined {
  return [...(places?.pledges ?? []), ...(places?.standby ?? [])].find((one) => one.donorId === donorId)
}

/** What texts to a donor may show: never whose blood it is. */
export function shownAsked(
  request: BloodRequest,
  { organisation }: Pick<ActionDeps, 'organisation'>,
): { readonly [name: string]: Json } {
  return {
    code: request.code,
    group: request.group,
    ...shownCentre(request.bloodCentre ?? '', { organisation }),
    give_by: giveBy(request, organisation),
  }
}

/** A blood centre as texts show it. */
export function shownCentre(
  name: string,
  { organisation }: Pick<ActionDeps, 'organisation'>,
): { readonly [name: string]: Json } {
  const centre = organisation.bloodCentres.find((one) => one.name === name)
  return { centre: { name }, address: centre?.address ?? '' }
}

/** An instant as texts show it: `YYYY-MM-DD HH:MM`. */
export function shownInstant(at: Instant, timeZone: string): string {
  return `${dateAt(at, timeZone)} ${timeAt(at, timeZone)}`
}
