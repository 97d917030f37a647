import { z } from 'zod'
import { joinFiles as keepWithRequest } from '../../files/retention'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ request: z.string() })

/** What this person sent within a day belongs to an open request of theirs. Repeatable. */
export function joinFiles({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'join_files',
    type: 'effect',
    args,
    reasons: ['not_open'],
    perform: async ({ request: id }, { contactId, now }) => {
      const request = await stores.requests.get(id)
      if (request?.contactId !== contactId || request.state.status === 'closed') {
        return { ok: false, reason: 'not_open' }
      }
      await keepWithRequest(stores.files, contactId, { requestId: id, now })
      return { ok: true, values: { code: request.code } }
    },
  }
}
