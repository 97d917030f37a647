import { z } from 'zod'
import { askedRequest } from '../pledge/asked-request'
import { tellFamily } from '../pledge/pledge-news'
import type { Action } from './action'
import { consentTo } from './consent-to'
import type { ActionDeps } from './deps'
import { tellContact } from './messages'
import { keyedId } from '../../base/keyed-id'

const args = z.object({ code: z.string().nullish(), picked: z.string().nullish() })

/** The donor's own separate yes: this one family gets the number. The yes is kept like every other consent. */
export function shareNumber(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'share_number',
    type: 'effect',
    args,
    reasons: ['no_number', 'closed'],
    perform: async ({ code, picked }, context) => {
      const { key, contactId, phone, now } = context
      if (phone === undefined) return { ok: false, reason: 'no_number' }
      const asked = await askedRequest(code ?? picked ?? '', deps)
      if (!asked || asked.request.state.status === 'closed') return { ok: false, reason: 'closed' }
      const yes = consentTo('share_number', context, deps)
      await deps.stores.contacts.change(contactId, { set: 'consent', consent: yes.consent })
      const message = tellFamily(asked.request, 'family_number', { phone })
      const told = { id: keyedId(key), message, now, purpose: 'news' } as const
      await tellContact(asked.request.contactId, told, deps)
      return { ok: true }
    },
  }
}
