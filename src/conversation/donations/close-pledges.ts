import { dateAt } from '../../base/calendar'
import type { CalendarDate, Instant } from '../../base/clock'
import { hasCome, takesPlace } from '../../blood/alerts/pledge'
import type { ActionContext } from '../action/action'
import type { ActionDeps } from '../action/deps'
import { todosOf } from '../action/todos'
import { placesForUnits } from '../alerts/places-for-units'
import { askedRequest, pledgeOf, type AskedRequest } from '../pledge/asked-request'
import { lookAgain, tellFamily } from '../pledge/pledge-news'

/** Requests that somebody has a place for and said yes to by that day, the earliest yes first. */
export async function pledgedRequests(
  donorId: string,
  { on, now }: { readonly on: CalendarDate; readonly now: Instant },
  deps: ActionDeps,
): Promise<readonly AskedRequest[]> {
  const { places, requests } = deps.stores
  const own = (await places.ofDonor(donorId)).flatMap((one) => {
    const pledge = pledgeOf(one, donorId)
    if (!pledge || dateAt(pledge.saidYesAt, deps.timeZone) > on) return []
    // What this very turn moved before a crash is gone through again.
    const counts = takesPlace(pledge.state) || (hasCome(pledge.state) && pledge.since === now)
    return counts ? [{ id: one.id, saidYesAt: pledge.saidYesAt }] : []
  })
  const found = await Promise.all(
    own
      .sort((one, other) => one.saidYesAt - other.saidYesAt)
      .map(async ({ id }) => {
        const request = await requests.get(id)
        return request && (await askedRequest(request.code, deps))
      }),
  )
  return found.filter((asked) => asked !== undefined)
}

/** Who gave elsewhere rests now and cannot come: the place is free, the family hears it, others are asked. Repeatable. */
export async function freePlace(
  { request }: AskedRequest,
  donorId: string,
  { key, now, deps }: Pick<ActionContext, 'key' | 'now'> & { readonly deps: ActionDeps },
): Promise<void> {
  const move = `${key}#free ${request.id}`
  await deps.stores.places.move(move, request.id, {
    event: 'fails_pre_screen',
    by: 'coordinator',
    at: now,
    donorId,
    placesFor: placesForUnits(request, deps),
    todo: todosOf(move, [tellFamily(request, 'family_dropped'), lookAgain(request)]),
  })
}
