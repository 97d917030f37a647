import type { Instant } from '../../base/clock'
import { toStandDown } from '../../blood/alerts/stand-down'
import { decideRequest } from '../../blood/requests/decide-request'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from '../action/deps'
import { todosOf } from '../action/todos'
import { placesForUnits } from '../alerts/places-for-units'
import { shownAsked } from './asked-request'
import { tellDonor, tellFamily } from './pledge-news'

/** The last unit was given: the request is met, the family hears it, and whoever still wanted to come is thanked. Repeatable under the key. */
export async function completeRequest(
  request: BloodRequest,
  { key, now }: { readonly key: string; readonly now: Instant },
  deps: ActionDeps,
): Promise<void> {
  const { places, requests } = deps.stores
  const filled = tellFamily(request, 'request_filled', { units: request.units })
  const released = { kind: 'release_files', requestId: request.id, closedAt: now } as const
  const todo = todosOf(`${key}#met`, [filled, released])
  await requests.change(`${key}#met`, request.id, (open) =>
    decideRequest(open, { verb: 'close', outcome: 'met' }, { now, todo }),
  )
  const closed = await places.close(request.id, now)
  const shown = shownAsked(request, deps)
  for (const { donorId } of closed ? toStandDown(closed) : []) {
    const move = `${key}#down ${donorId}`
    await places.move(move, request.id, {
      event: 'stands_down',
      by: 'coordinator',
      at: now,
      donorId,
      placesFor: placesForUnits(request, deps),
      todo: todosOf(move, [tellDonor(donorId, 'stand_down', shown)]),
    })
  }
}
