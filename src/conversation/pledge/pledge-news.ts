import { takesPlace, type PledgeState } from '../../blood/alerts/pledge'
import type { BloodRequest } from '../../blood/requests/blood-request'
import { familyNews } from '../action/family-news'
import type { TodoWork } from '../action/todos'
import type { Json } from '../turn/conversation'

type Shown = { readonly [name: string]: Json }
type ToContact = Extract<TodoWork, { readonly kind: 'contact' }>

/** What the family of a request hears of its donors; nobody is named. */
export function tellFamily(
  request: BloodRequest,
  text:
    | 'request_pledged'
    | 'family_came'
    | 'family_given'
    | 'family_dropped'
    | 'request_filled'
    | 'family_number',
  values: Shown = {},
): ToContact {
  const words = text === 'request_pledged' ? { donor: 'family_a_donor' } : {}
  return familyNews(request, text, { values, words })
}

/** What a donor hears who did not write just now. */
export function tellDonor(donorId: string, text: string, values: Shown): ToContact {
  return { kind: 'contact', contactId: donorId, purpose: 'reminder', text, values }
}

/**
 * A donor comes no more: another is looked for, and the family hears it, where it had heard that somebody comes and still
 * waits for blood.
 */
export function oneFewer(request: BloodRequest, before: PledgeState | undefined): readonly TodoWork[] {
  const told = before !== undefined && takesPlace(before) && before !== 'place_held'
  const waits = request.state.status !== 'closed'
  return [...(told && waits ? [tellFamily(request, 'family_dropped')] : []), lookAgain(request)]
}

/** A place is free again, or a unit was given: the alerts of the request are looked at. */
export function lookAgain({ id }: Pick<BloodRequest, 'id'>): TodoWork {
  return { kind: 'wave', requestId: id }
}
