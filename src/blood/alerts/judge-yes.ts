import { dateAt } from '../../base/calendar'
import type { CalendarDate, Instant } from '../../base/clock'
import type { BloodGroup, Component } from '../groups/blood-group'
import { fitOf } from '../groups/compatibility'
import { placesTaken, type Places } from './places'
import { hasCome, takesPlace } from './pledge'

/** A yes, whenever it comes: to an alert, after it, with a condition, or from a stranger by the request's link. */
export interface Yes {
  readonly donorId: string
  readonly group: BloodGroup
  /** "Yes, but tomorrow morning": when the donor can come; absent: as soon as can be. */
  readonly cameWith?: Instant
  /** Pre-screened already and may not give before this day. */
  readonly notBefore?: CalendarDate
}

/** The request as it is now, not as it was when it was asked. */
export interface AskedFor {
  readonly component: Component
  readonly group: BloodGroup
  readonly mustGiveBy: CalendarDate
  readonly onWord: boolean
  /** Nothing: no place was ever opened for it. */
  readonly places: Places | undefined
}

export type YesJudged =
  /** A place is to be claimed; only the claim decides. */
  | { readonly answer: 'claim' }
  /** Has a place already: a second yes changes nothing. */
  | { readonly answer: 'has_place' }
  /** Came already, and gave or could not: thanks again. */
  | { readonly answer: 'has_come' }
  /** Thanks: enough have said yes; this one is asked first when one drops out. */
  | { readonly answer: 'standby' }
  /** Wants to come when it no longer helps this request; the next camp or standby is offered. */
  | { readonly answer: 'too_late_to_come' }
  /** Too late for the request whatever the donor does. */
  | { readonly answer: 'too_late' }
  | { readonly answer: 'met' }
  | { readonly answer: 'closed' }
  | { readonly answer: 'wrong_group' }
  | { readonly answer: 'resting'; readonly until: CalendarDate }

/** What a yes is worth now. */
export function judgeYes(
  yes: Yes,
  asked: AskedFor,
  { now, timeZone }: { now: Instant; timeZone: string },
): YesJudged {
  const { places, mustGiveBy } = asked
  if (!places || places.closed) return { answer: 'closed' }
  const own = places.pledges.find(({ donorId }) => donorId === yes.donorId)
  if (own && takesPlace(own.state)) return { answer: 'has_place' }
  if (own && hasCome(own.state)) return { answer: 'has_come' }
  if (places.unitsLeft <= 0) return { answer: 'met' }
  if (dateAt(now, timeZone) > mustGiveBy) return { answer: 'too_late' }
  const fit = fitOf(asked.component, yes.group, asked.group)
  if (fit === undefined || (fit === 'on_word' && !asked.onWord)) return { answer: 'wrong_group' }
  if (yes.notBefore !== undefined && yes.notBefore > mustGiveBy)
    return { answer: 'resting', until: yes.notBefore }
  if (yes.cameWith !== undefined && dateAt(yes.cameWith, timeZone) > mustGiveBy)
    return { answer: 'too_late_to_come' }
  return { answer: placesTaken(places) < places.places ? 'claim' : 'standby' }
}
