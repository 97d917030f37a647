import { dateAt, timeAt, yearOf } from '../../base/calendar'
import type { CalendarDate, Instant } from '../../base/clock'
import { isQuietTime } from '../../base/quiet-hours'
import { fitOf } from '../groups/compatibility'
import { KINDS_FOR } from '../groups/kinds-for'
import { ageOutside, weightOutside } from '../donors/eligibility/body-limits'
import { isDeferred } from '../donors/eligibility/deferral'
import type { DonationKind } from '../donors/eligibility/donation-kind'
import { daysRested } from '../donors/eligibility/intervals'
import type { AlertCandidate } from './alert-candidate'
import type { AlertNeed } from './alert-need'
import type { AlertPolicy, FatigueReason } from './alert-policy'

/** Why a donor is not asked. Nobody is shown a donor's reason; only how many there are of each. */
export type WhyNotAsked =
  | 'group'
  | 'asked_already'
  | 'requester'
  | 'opted_out'
  | 'no_consent'
  | 'not_available'
  | 'on_hold'
  | 'relative'
  | 'by_hand'
  | 'pledged_elsewhere'
  | FatigueReason
  | 'night'
  | 'age'
  | 'weight'
  | 'deferred'
  | 'resting'
  | 'too_far'

/** The moment and the rules a choice is made by. */
export interface Choosing {
  readonly need: AlertNeed
  readonly policy: AlertPolicy
  readonly now: Instant
  readonly today: CalendarDate
  readonly year: number
  /** `HH:MM` */
  readonly time: string
  /** What donors are asked to give. */
  readonly kind: DonationKind
  /** Donors who got an alert for this request. */
  readonly askedAlready: ReadonlySet<string>
}

interface Filter {
  readonly reason: WhyNotAsked
  readonly applies: (donor: AlertCandidate, choosing: Choosing) => boolean
}

/** In this order: what costs little to find out comes first, and the first that applies is the one that is counted. */
const FILTERS: readonly Filter[] = [
  { reason: 'group', applies: ({ group }, { need }) => !fits(group, need) },
  { reason: 'asked_already', applies: ({ donorId }, { askedAlready }) => askedAlready.has(donorId) },
  { reason: 'requester', applies: ({ donorId }, { need }) => need.requesterIds.includes(donorId) },
  { reason: 'opted_out', applies: ({ optedOut }) => optedOut },
  { reason: 'no_consent', applies: ({ channels }) => channels.length === 0 },
  { reason: 'not_available', applies: ({ available }) => !available },
  { reason: 'on_hold', applies: ({ onHold }) => onHold },
  { reason: 'relative', applies: ({ relativeOf }, { need }) => relativeOf.includes(need.patientId) },
  { reason: 'by_hand', applies: ({ byHand }) => byHand },
  { reason: 'pledged_elsewhere', applies: ({ pledged }) => pledged },
  { reason: 'asked_this_week', applies: tired('asked_this_week') },
  { reason: 'asked_this_month', applies: tired('asked_this_month') },
  { reason: 'night', applies: sleeps },
  { reason: 'age', applies: ofWrongAge },
  { reason: 'weight', applies: ({ weight }, { kind }) => weightOutside(weight, kind) !== undefined },
  { reason: 'deferred', applies: ({ deferral }, { today }) => isDeferred(deferral, today) },
  { reason: 'resting', applies: rests },
]

/** The first reason not to ask this donor now; nothing when the donor may be asked. Distance is a matter of the step. */
export function whyNotAsk(
  donor: AlertCandidate,
  choosing: Choosing,
  ignoring: ReadonlySet<WhyNotAsked> = new Set(),
): WhyNotAsked | undefined {
  return FILTERS.find(({ reason, applies }) => !ignoring.has(reason) && applies(donor, choosing))?.reason
}

/** What all choices of one moment have in common. */
export function choosingAt(
  now: Instant,
  timeZone: string,
  {
    need,
    policy,
    asked,
  }: { readonly need: AlertNeed; readonly policy: AlertPolicy; readonly asked: readonly string[] },
): Choosing {
  const [kind] = KINDS_FOR[need.component]
  const today = dateAt(now, timeZone)
  const time = timeAt(now, timeZone)
  return { need, policy, now, today, year: yearOf(today), time, kind, askedAlready: new Set(asked) }
}

function fits(group: AlertCandidate['group'], need: AlertNeed): boolean {
  const fit = fitOf(need.component, group, need.group)
  return fit !== undefined && (fit !== 'on_word' || need.onWord)
}

function tired(reason: FatigueReason): Filter['applies'] {
  return ({ asked }, { policy, now }) =>
    policy.fatigue.some(
      (cap) =>
        cap.reason === reason && asked.lately.filter((at) => at > now - cap.withinMs).length >= cap.alerts,
    )
}

/** In the general quiet hours a named coordinator's approval and the donor's own yes to night calls are needed. */
function sleeps(donor: AlertCandidate, { need, policy, time, now }: Choosing): boolean {
  const approved = need.nightApproval !== undefined && now < need.nightApproval.until
  const quiet = isQuietTime(time, policy.quietHours) && !(approved && donor.nightCalls)
  return quiet || (donor.quietHours !== undefined && isQuietTime(time, donor.quietHours))
}

function ofWrongAge({ birthYear, donations }: AlertCandidate, { kind, year }: Choosing): boolean {
  return ageOutside(year - birthYear, { kind, first: donations.length === 0 }) !== undefined
}

function rests(donor: AlertCandidate, { kind, today }: Choosing): boolean {
  return daysRested(kind, donor, today) < 0
}
