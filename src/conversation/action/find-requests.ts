import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { shownRequest } from './shown-request'

const args = z.object({})

/** The open requests of this contact, to choose from. */
export function findRequests({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'find_requests',
    type: 'look',
    args,
    reasons: ['none'],
    perform: async (_args, { contactId }) => {
      const open = await stores.requests.openOf(contactId)
      if (open.length === 0) return { ok: false, reason: 'none' }
      return {
        ok: true,
        values: { requests: open.map(shownRequest) },
      }
    },
  }
}
