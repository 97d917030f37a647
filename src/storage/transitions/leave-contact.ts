import type { OptOut } from '../../contacts/contact'
import type { ContactDocument } from './join-contacts'
import { without } from './without'

/**
 * A contact whose addresses are somebody else's now: the former person's record, which nobody is reached by, and the
 * contact as it goes on. Nothing where that was done before, by the same opt-out.
 */
export function leftContact(
  contact: ContactDocument,
  { formerId, optOut }: { readonly formerId: string; readonly optOut: OptOut },
): { readonly former: ContactDocument; readonly goesOn: ContactDocument } | undefined {
  if (contact.optOut?.sid === optOut.sid && contact.consents.length === 0) return undefined
  const former = without(contact, 'phone', 'whatsappUserId', 'joining')
  return {
    former: { ...former, id: formerId, optOut },
    goesOn: { ...contact, optOut, consents: [], newsDespiteOptOut: [] },
  }
}
