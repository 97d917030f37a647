import { addDays } from '../../../base/calendar'
import type { CalendarDate } from '../../../base/clock'
import type { Donor } from '../donor'
import { ageOutside, BODY_LIMITS, weightOutside } from './body-limits'
import { deferralRule, type DeferralRuleId } from './deferral-rules'
import type { DonationKind, PastDonation } from './donation-kind'
import { restedOn } from './intervals'
import { months, years, type Wait } from './waits'

/** What a person said applies. Without the day, it is taken as of today: the safe side. */
export interface Told {
  readonly rule: DeferralRuleId
  readonly on?: CalendarDate
}

/** What a pre-screen learnt. Never stored: see `deferralOf`. */
export interface ScreeningAnswers {
  readonly sex: Donor['sex']
  readonly age?: number
  readonly weight?: number
  /** None: a first-time donor. */
  readonly donations: readonly PastDonation[]
  readonly told: readonly Told[]
}

export type RuleId = DeferralRuleId | 'too_young' | 'too_old' | 'underweight' | 'rest'

/** Why somebody may not give yet, in words by `textKey`. */
export interface Reason {
  readonly rule: RuleId
  readonly textKey: string
  /** The first day it no longer applies; when it has no known end, the day to ask again; absent: for good. */
  readonly until?: CalendarDate
}

/** When somebody may give; the reasons that decide it stand first. */
export type NextEligible =
  /** On this day, which may be today. */
  | { readonly when: 'date'; readonly date: CalendarDate; readonly reasons: readonly Reason[] }
  /** Today, but not in this state: after a meal. */
  | { readonly when: 'later_today'; readonly reasons: readonly Reason[] }
  /** When it is over; to be asked again on that day. */
  | { readonly when: 'unknown'; readonly askAgainOn: CalendarDate; readonly reasons: readonly Reason[] }
  | { readonly when: 'never'; readonly reasons: readonly Reason[] }

interface Applying extends Reason {
  readonly wait: Wait
}

/** When somebody with these answers may give this kind, and why not before. The centre's medical officer decides. */
export function nextEligibleDate(
  answers: ScreeningAnswers,
  kind: DonationKind,
  today: CalendarDate,
): NextEligible {
  const applying = [
    ...bodyReasons(answers, kind, today),
    ...restReasons(answers, kind),
    ...answers.told.flatMap((told) => toldReason(told, kind, today)),
  ].filter(({ wait, until }) => !('days' in wait) || (until !== undefined && until > today))
  const reasons = applying.sort(latestFirst).map(({ rule, textKey, until }) => reason(rule, textKey, until))
  if (applying.some(({ wait }) => 'forGood' in wait)) return { when: 'never', reasons }
  const last = reasons[0]?.until
  if (last !== undefined && applying.some(({ wait }) => 'untilOver' in wait))
    return { when: 'unknown', askAgainOn: last, reasons }
  if (last !== undefined && last > today) return { when: 'date', date: last, reasons }
  return reasons.length > 0 ? { when: 'later_today', reasons } : { when: 'date', date: today, reasons }
}

/** The key of the text that says why: one for each rule. */
export function reasonKey(rule: RuleId): string {
  return `eligibility.${rule}`
}

function bodyReasons(answers: ScreeningAnswers, kind: DonationKind, today: CalendarDate): Applying[] {
  const { age, weight, donations } = answers
  const found: Applying[] = []
  const ofAge = age === undefined ? undefined : ageOutside(age, { kind, first: donations.length === 0 })
  if (ofAge === 'too_old') found.push(applying(ofAge, { forGood: true }))
  if (ofAge === 'too_young' && age !== undefined) {
    const days = years(BODY_LIMITS[kind].age.least - age)
    found.push(applying(ofAge, { days }, addDays(today, days)))
  }
  const ofWeight = weight === undefined ? undefined : weightOutside(weight, kind)
  if (ofWeight) {
    const askAgainAfter = months(3)
    found.push(applying(ofWeight, { untilOver: true, askAgainAfter }, addDays(today, askAgainAfter)))
  }
  return found
}

function restReasons(answers: ScreeningAnswers, kind: DonationKind): Applying[] {
  const until = restedOn(kind, answers)
  // The days are in `until` already, whichever of the donations decides.
  return until === undefined ? [] : [applying('rest', { days: 0 }, until)]
}

function toldReason({ rule, on }: Told, kind: DonationKind, today: CalendarDate): Applying[] {
  const { wait, kinds } = deferralRule(rule)
  if (kinds && !kinds.includes(kind)) return []
  if ('days' in wait) return [applying(rule, wait, addDays(on ?? today, wait.days))]
  if ('untilOver' in wait) return [applying(rule, wait, addDays(today, wait.askAgainAfter))]
  return [applying(rule, wait, 'laterToday' in wait ? today : undefined)]
}

function applying(rule: RuleId, wait: Wait, until?: CalendarDate): Applying {
  return { ...reason(rule, reasonKey(rule), until), wait }
}

function reason(rule: RuleId, textKey: string, until?: CalendarDate): Reason {
  return { rule, textKey, ...(until !== undefined && { until }) }
}

/** For good first, then by the last day. */
function latestFirst(a: Applying, b: Applying): number {
  if (a.until === b.until) return 0
  if (a.until === undefined) return -1
  if (b.until === undefined) return 1
  return a.until > b.until ? -1 : 1
}
