import type { ActionContext } from '../action/action'
import type { ActionDeps } from '../action/deps'
import { todosOf } from '../action/todos'
import { placesForUnits } from '../alerts/places-for-units'
import { pledgeOf } from './asked-request'
import { oneFewer } from './pledge-news'

/**
 * Takes back every yes of somebody who wants no more messages: places are free again, coordinators and families are told.
 * Repeatable under the turn's key.
 */
export async function withdrawEverywhere(
  { key, contactId, now }: Pick<ActionContext, 'key' | 'contactId' | 'now'>,
  deps: ActionDeps,
): Promise<void> {
  const { places, requests } = deps.stores
  for (const one of await places.ofDonor(contactId)) {
    const own = pledgeOf(one, contactId)
    const request = own && (await requests.get(one.id))
    if (!request) continue
    const move = `${key}#${one.id}`
    await places.move(move, one.id, {
      event: 'withdraws',
      by: 'donor',
      at: now,
      donorId: contactId,
      placesFor: placesForUnits(request, deps),
      todo: todosOf(move, [
        { kind: 'coordinators', text: 'coordinator_withdrew', values: { code: request.code } },
        ...oneFewer(request, own.state),
      ]),
    })
  }
}
