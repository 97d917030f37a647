import type { Contact } from '../../contacts/contact'
import type { ContactChange } from '../../contacts/contact-store'
import { without } from './without'

/** The contact after the change, or the same object when the change was made before. */
export function changeContact<T extends Contact>(contact: T, change: ContactChange): T {
  switch (change.set) {
    case 'locale':
      return contact.locale === change.locale ? contact : { ...contact, locale: change.locale }
    case 'opt_out':
      // A new STOP also takes back the yes to news that followed an earlier one; the same STOP again does
      // not.
      if (contact.optOut?.sid === change.optOut.sid) return contact
      return { ...contact, optOut: change.optOut, newsDespiteOptOut: [] }
    case 'opt_in': {
      if (!contact.optOut) return contact
      return { ...without(contact, 'optOut'), newsDespiteOptOut: [] } as unknown as T
    }
    case 'consent': {
      const { purpose, sid } = change.consent
      const known = contact.consents.some((given) => given.purpose === purpose && given.sid === sid)
      return known ? contact : { ...contact, consents: [...contact.consents, change.consent] }
    }
    case 'news_despite_opt_out':
      if (contact.newsDespiteOptOut.includes(change.requestId)) return contact
      return { ...contact, newsDespiteOptOut: [...contact.newsDespiteOptOut, change.requestId] }
  }
}
