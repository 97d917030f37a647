import { z } from 'zod'
import { takesPlace } from '../../blood/alerts/pledge'
import { askedRequest, pledgeOf, shownAsked, shownInstant } from '../pledge/asked-request'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ code: z.string().nullish(), picked: z.string().nullish() })

/** Where and when the donor wants to come. */
export function findPledge(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'find_pledge',
    type: 'look',
    args,
    reasons: ['none'],
    perform: async ({ code, picked }, { contactId }) => {
      const asked = await askedRequest(code ?? picked ?? '', deps)
      const own = asked && pledgeOf(asked.places, contactId)
      if (!asked || !own || !takesPlace(own.state) || own.arrivesAt === undefined)
        return { ok: false, reason: 'none' }
      const when = shownInstant(own.arrivesAt, deps.timeZone)
      return { ok: true, values: { ...shownAsked(asked.request, deps), when } }
    },
  }
}
