import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({})

/** Messages may be started again. */
export function optIn({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'opt_in',
    type: 'effect',
    args,
    reasons: [],
    perform: async (_args, { contactId }) => {
      await stores.contacts.change(contactId, { set: 'opt_in' })
      return { ok: true }
    },
  }
}
