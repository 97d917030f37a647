import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'
import { shownRequest } from './shown-request'

/** So many fit into one message that is still read on a phone. */
const MOST_SHOWN = 10
const MOST_COUNTED = 100

const args = z.object({})

/** The open requests for a coordinator: the oldest are shown, and up to a hundred are counted. */
export function listRequests(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'list_requests',
    type: 'look',
    args,
    reasons: ['none', 'not_coordinator'],
    perform: async (_args, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const open = await deps.stores.requests.open(MOST_COUNTED)
      if (open.length === 0) return { ok: false, reason: 'none' }
      const shown = open.slice(0, MOST_SHOWN)
      const values = { requests: shown.map(shownRequest), shown: shown.length, count: open.length }
      return { ok: true, values }
    },
  }
}
