import { z } from 'zod'
import { alertId } from '../../blood/alerts/alert'
import { placesForUnits } from '../alerts/places-for-units'
import { askedRequest, pledgeOf, shownAsked } from '../pledge/asked-request'
import { oneFewer } from '../pledge/pledge-news'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { todosOf } from './todos'

const args = z.object({
  code: z.string().nullish(),
  picked: z.string().nullish(),
  said: z.enum(['no', 'later', 'cannot', 'family', 'could_not']),
})

/**
 * An answer that is no yes is kept with its alert; whoever had a place gives it back. `could_not`: came to the centre, and
 * was not able to give.
 */
export function answerAlert(deps: ActionDeps): Action<z.infer<typeof args>> {
  const { stores } = deps
  return {
    name: 'answer_alert',
    type: 'effect',
    args,
    reasons: ['unknown_code'],
    perform: async ({ code, picked, said }, { key, contactId, now }) => {
      const asked = await askedRequest(code ?? picked ?? '', deps)
      if (!asked) return { ok: false, reason: 'unknown_code' }
      const { request, places } = asked
      if (said !== 'could_not') {
        const kept = said === 'later' ? 'later' : 'no'
        await stores.alerts.answer(alertId(request.id, contactId), { said: kept, at: now })
      }
      const own = pledgeOf(places, contactId)
      const moved = await stores.places.move(key, request.id, {
        event: said === 'could_not' ? 'cannot_give' : 'withdraws',
        by: 'donor',
        at: now,
        donorId: contactId,
        placesFor: placesForUnits(request, deps),
        todo: todosOf(key, oneFewer(request, own?.state)),
      })
      return { ok: true, values: { ...shownAsked(asked.request, deps), withdrew: moved.ok } }
    },
  }
}
