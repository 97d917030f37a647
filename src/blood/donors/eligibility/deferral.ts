import type { CalendarDate } from '../../../base/clock'
import { deferralRule, type DeferralRuleId } from './deferral-rules'
import type { DonationKind } from './donation-kind'
import type { Deferral } from './kept-deferral'
import { nextEligibleDate, type ScreeningAnswers, type Told } from './next-eligible-date'

export type { Deferral } from './kept-deferral'

/** What these answers leave behind; nothing when there is nothing to wait for. */
export function deferralOf(answers: ScreeningAnswers, today: CalendarDate): Deferral | undefined {
  const lasting = answers.told.filter(forEveryKind)
  const ofBody = { sex: answers.sex, donations: [], told: lasting }
  const next = nextEligibleDate(ofBody, 'whole_blood', today)
  if (next.when === 'never') return { class: 'do_not_ask' }
  if (next.when === 'unknown') return { class: 'until_well', until: next.askAgainOn }
  if (next.when === 'later_today' || next.date <= today) return undefined
  return { class: 'wait', until: next.date }
}

/** The one of the two that keeps somebody longer from giving. */
export function longerDeferral(a: Deferral | undefined, b: Deferral | undefined): Deferral | undefined {
  if (!a || !b) return a ?? b
  if (a.class === 'do_not_ask') return a
  if (b.class === 'do_not_ask') return b
  return b.until > a.until ? b : a
}

/** Whether the deferral keeps somebody from being asked on this day. */
export function isDeferred(deferral: Deferral | undefined, today: CalendarDate): boolean {
  return deferral !== undefined && (deferral.class === 'do_not_ask' || deferral.until > today)
}

/** Rules of one kind of donation only are asked anew each time: one stored day holds for all kinds. */
function forEveryKind({ rule }: Told): boolean {
  return kindsOf(rule) === undefined
}

function kindsOf(rule: DeferralRuleId): readonly DonationKind[] | undefined {
  return deferralRule(rule).kinds
}
