import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { handOver } from './hand-over'

const args = z.object({})

/** From now on we start no message to this person. With a request open a coordinator is told, who calls. */
export function optOut(deps: ActionDeps): Action<z.infer<typeof args>> {
  const { stores } = deps
  return {
    name: 'opt_out',
    type: 'effect',
    args,
    reasons: [],
    perform: async (_args, context) => {
      const { contactId, now, sid, channel } = context
      await stores.contacts.change(contactId, { set: 'opt_out', optOut: { at: now, sid, channel } })
      const open = await stores.requests.openOf(contactId)
      if (open.length > 0) await handOver(deps).perform({ reason: 'opted_out_with_request' }, context)
      return { ok: true }
    },
  }
}
