import { z } from 'zod'
import { withdrawEverywhere } from '../pledge/withdraw-everywhere'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({})

/** The number belongs to somebody else now: it is asked nothing any more, and nothing of the old person is shown. */
export function wrongNumber(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'wrong_number',
    type: 'effect',
    args,
    reasons: [],
    perform: async (_args, context) => {
      const { contacts, donors } = deps.stores
      const { key, contactId, now, sid, channel } = context
      await contacts.change(contactId, { set: 'opt_out', optOut: { at: now, sid, channel } })
      await donors.setAvailable(key, contactId, false)
      await withdrawEverywhere(context, deps)
      return { ok: true }
    },
  }
}
