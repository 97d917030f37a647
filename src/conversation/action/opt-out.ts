import { z } from 'zod'
import { withdrawEverywhere } from '../pledge/withdraw-everywhere'
import type { Action } from './action'
import { callInstead } from './call-family'
import type { ActionDeps } from './deps'
import { openHandOver } from './hand-over'

const args = z.object({})

/** From now on we start no message to this person. With a request open a coordinator is told, who calls. */
export function optOut(deps: ActionDeps): Action<z.infer<typeof args>> {
  const { stores, coordinators } = deps
  return {
    name: 'opt_out',
    type: 'effect',
    args,
    reasons: [],
    perform: async (_args, context) => {
      const { contactId, now, sid, channel } = context
      await stores.contacts.change(contactId, { set: 'opt_out', optOut: { at: now, sid, channel } })
      await withdrawEverywhere(context, deps)
      const open = await stores.requests.openOf(contactId)
      if (open.length === 0 || coordinators.length === 0) return { ok: true }
      const message = () => callInstead(open, context.phone)
      await openHandOver('opted_out_with_request', context, { deps, message })
      return { ok: true }
    },
  }
}
