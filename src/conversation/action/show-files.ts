import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { filesOfMessage } from './recent-files'
import { todosOf } from './todos'

const args = z.object({ hand_over: z.string() })

/** Something more came from somebody who was handed over a moment ago: coordinators see it under the same code. */
export function showFiles(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'show_files',
    type: 'effect',
    args,
    reasons: ['unknown'],
    perform: async ({ hand_over: id }, context) => {
      const handOver = await deps.stores.handOvers.get(id)
      if (handOver?.contactId !== context.contactId) return { ok: false, reason: 'unknown' }
      const files = await filesOfMessage(context, deps)
      const message = { text: 'coordinator_more_files', values: { code: handOver.code }, files }
      await deps.stores.handOvers.follow(
        context.key,
        id,
        todosOf(context.key, [{ kind: 'coordinators', ...message }]),
      )
      return { ok: true }
    },
  }
}
