import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({})

/** Whether this person asked us to start no messages. */
export function optState({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'opt_state',
    type: 'look',
    args,
    reasons: ['opted_out'],
    perform: async (_args, { contactId }) => {
      const contact = await stores.contacts.get(contactId)
      return contact?.optOut ? { ok: false, reason: 'opted_out' } : { ok: true }
    },
  }
}
