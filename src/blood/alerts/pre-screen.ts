import type { CalendarDate } from '../../base/clock'
import { deferralOf, type Deferral } from '../donors/eligibility/deferral'
import type { DonationKind } from '../donors/eligibility/donation-kind'
import {
  nextEligibleDate,
  type NextEligible,
  type ScreeningAnswers,
} from '../donors/eligibility/next-eligible-date'

/** What a donor answers between a yes and a pledge. */
export interface PledgeAnswers extends ScreeningAnswers {
  /** Parent, sibling or other close relative of this patient. */
  readonly relative: boolean
  /** The Bombay group, or antibodies somebody found. */
  readonly rareBlood: boolean
}

export type PreScreened =
  | { readonly outcome: 'may_give' }
  /** After a meal, today still. */
  | { readonly outcome: 'another_hour'; readonly next: NextEligible }
  /** A relative's blood can harm a later transplant: the child's doctor decides. Nothing about health is kept. */
  | { readonly outcome: 'doctor' }
  /** No table may match this donor: a coordinator does. */
  | { readonly outcome: 'by_hand' }
  /** Not now; `deferral` is all that may be stored, and nothing is when only rest after a donation is meant. */
  | { readonly outcome: 'not_now'; readonly next: NextEligible; readonly deferral?: Deferral }

/** What follows from the answers. The centre's medical officer always decides. */
export function preScreen(answers: PledgeAnswers, kind: DonationKind, today: CalendarDate): PreScreened {
  if (answers.relative) return { outcome: 'doctor' }
  if (answers.rareBlood) return { outcome: 'by_hand' }
  const next = nextEligibleDate(answers, kind, today)
  if (next.when === 'later_today') return { outcome: 'another_hour', next }
  if (next.when === 'date' && next.date <= today) return { outcome: 'may_give' }
  const deferral = deferralOf(answers, today)
  return { outcome: 'not_now', next, ...(deferral && { deferral }) }
}
