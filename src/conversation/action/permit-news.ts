import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ request: z.string() })

/** After an opt-out: news of this one request, and nothing else. */
export function permitNews({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'permit_news',
    type: 'effect',
    args,
    reasons: [],
    perform: async ({ request }, { contactId }) => {
      await stores.contacts.change(contactId, { set: 'news_despite_opt_out', requestId: request })
      return { ok: true }
    },
  }
}
