import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ language: z.string() })

/** The language this person is answered in from now on. */
export function setLocale({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'set_locale',
    type: 'effect',
    args,
    reasons: [],
    perform: async ({ language }, { contactId }) => {
      await stores.contacts.change(contactId, { set: 'locale', locale: language })
      return { ok: true, locale: language }
    },
  }
}
