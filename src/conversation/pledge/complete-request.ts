import type { Instant } from '../../base/clock'
import { decideRequest } from '../../blood/requests/decide-request'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from '../action/deps'
import { todosOf } from '../action/todos'
import { standDown } from '../alerts/keep-places'
import { tellFamily } from './pledge-news'

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
  if (closed) await standDown(closed, { request, now, deps })
}
