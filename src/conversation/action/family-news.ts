import { instantOf } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from './deps'
import { tellContact } from './messages'
import type { Message, TodoWork } from './todos'

/** Something that the family of a request hears; its code and centre are always among the values. */
export function familyMessage(
  { code, bloodCentre }: BloodRequest,
  text: string,
  { values = {}, words = {} }: Partial<Pick<Message, 'values' | 'words'>> = {},
): Message {
  return {
    text,
    values: { code, ...(bloodCentre !== undefined && { centre: { name: bloodCentre } }), ...values },
    words: { ...words, ...(bloodCentre === undefined && { centre: 'family_no_centre' }) },
  }
}

/** The follow-up that tells the family of a request. */
export function familyNews(
  request: BloodRequest,
  text: string,
  more: Partial<Pick<Message, 'values' | 'words'>> = {},
): Extract<TodoWork, { readonly kind: 'contact' }> {
  return { kind: 'contact', contactId: request.contactId, ...familyMessage(request, text, more) }
}

/** Tells the family without a turn; of what is needed within a day at night too. The same id is the same message. */
export function tellFamilyAtOnce(
  request: BloodRequest,
  posted: { readonly id: string; readonly message: Message; readonly now: Instant },
  deps: ActionDeps,
): Promise<void> {
  const happensAt = instantOf(request.neededBy, '00:00', deps.timeZone)
  return tellContact(request.contactId, { ...posted, happensAt, purpose: 'news' }, deps)
}
