import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ request: z.string() })

/** After an opt-out: news of this one request of the contact's own, and nothing else. */
export function permitNews({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'permit_news',
    type: 'effect',
    args,
    reasons: [],
    perform: async ({ request: id }, { contactId }) => {
      const request = await stores.requests.get(id)
      if (request?.contactId !== contactId) throw new Error('news are permitted of somebody else’s request')
      await stores.contacts.change(contactId, { set: 'news_despite_opt_out', requestId: id })
      return { ok: true }
    },
  }
}
