import { z } from 'zod'
import { longerDeferral } from '../../blood/donors/eligibility/deferral'
import { placesForUnits } from '../alerts/places-for-units'
import { askedRequest, pledgeOf } from '../pledge/asked-request'
import { oneFewer } from '../pledge/pledge-news'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { todosOf } from './todos'

const args = z.object({
  code: z.string().nullish(),
  picked: z.string().nullish(),
  deferral: z
    .union([
      z.object({ class: z.enum(['wait', 'until_well']), until: z.string() }),
      z.object({ class: z.literal('do_not_ask') }),
    ])
    .nullish(),
})

/** The pre-screen says not now: the place is free again, and a day with its class is all that is kept. */
export function releasePlace(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'release_place',
    type: 'effect',
    args,
    reasons: [],
    perform: async ({ code, picked, deferral }, { key, contactId, now }) => {
      const { donors, places } = deps.stores
      const asked = await askedRequest(code ?? picked ?? '', deps)
      const kept = longerDeferral((await donors.get(contactId))?.deferral, deferral ?? undefined)
      if (kept) await donors.rest(key, contactId, { deferral: kept })
      if (!asked) return { ok: true }
      await places.move(key, asked.request.id, {
        event: 'fails_pre_screen',
        by: 'donor',
        at: now,
        donorId: contactId,
        placesFor: placesForUnits(asked.request, deps),
        todo: todosOf(key, oneFewer(asked.request, pledgeOf(asked.places, contactId)?.state)),
      })
      return { ok: true }
    },
  }
}
