import type { z } from 'zod'
import { raiseRequest as storeRequest } from '../../blood/requests/raise-request'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { findPlace } from './find-place'
import { followRequest } from './follow-request'
import { recentFiles } from './recent-files'
import { needArguments, needOf } from './stated-need'
import { todosOf } from './todos'

type Args = z.infer<typeof needArguments>

/**
 * Stores a confirmed need as an `unverified` request: nobody is alerted for it. `told` says whether there are
 * coordinators who will call; `claim` that the card's patient has another guardian, who is asked first.
 */
export function raiseRequest(deps: ActionDeps): Action<Args> {
  return {
    name: 'raise_request',
    type: 'effect',
    args: needArguments,
    reasons: ['too_many'],
    perform: async (given, context) => {
      const files = await recentFiles(context, deps)
      const raised = await storeRequest(needOf(given, context, deps), context, {
        ...deps.stores,
        organisation: deps.organisation,
        findPlace,
        followUps: (request, subject) =>
          todosOf(
            context.key,
            followRequest(request, subject, { context, deps, files, asGuardian: given.guardian === 'yes' }),
          ),
      })
      if (!raised.ok) return raised
      const { id, code, bloodCentre, outsideServiceArea } = raised.request
      return {
        ok: true,
        values: {
          id,
          code,
          centre: bloodCentre ?? null,
          area: outsideServiceArea ? 'outside' : 'inside',
          claim: raised.claim,
          told: deps.coordinators.length > 0,
        },
      }
    },
  }
}
