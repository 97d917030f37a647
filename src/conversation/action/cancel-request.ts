import { z } from 'zod'
import { decideRequest } from '../../blood/requests/decide-request'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { todosOf } from './todos'

const args = z.object({ request: z.string() })

/** Closes a request of this contact that is no longer needed; coordinators are told. */
export function cancelRequest({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'cancel_request',
    type: 'effect',
    args,
    reasons: ['not_open'],
    perform: async ({ request: id }, { key, contactId, now }) => {
      const request = await stores.requests.get(id)
      if (request?.contactId !== contactId) return { ok: false, reason: 'not_open' }
      const told = {
        kind: 'coordinators',
        text: 'coordinator_cancelled',
        values: { code: request.code },
      } as const
      const todo = todosOf(key, [
        told,
        { kind: 'release_files', requestId: id, closedAt: now },
        { kind: 'wave', requestId: id },
      ])
      const decided = await stores.requests.change(key, id, (open) =>
        decideRequest(open, { verb: 'close', outcome: 'cancelled' }, { now, todo }),
      )
      return decided.ok ? { ok: true, values: { code: request.code } } : { ok: false, reason: 'not_open' }
    },
  }
}
