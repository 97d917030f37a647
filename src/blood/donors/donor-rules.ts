import { addDays } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import type { Donor } from './donor'

/**
 * The basics of the pre-screen. Source of every number: Drugs and Cosmetics Rules 1945, Schedule F Part XII-B, section H,
 * as substituted by G.S.R. 166(E) of 11 March 2020; the same in NBTC "Guidelines for Blood Donor Selection" 2017. The
 * blood centre's medical officer always decides.
 */
export const DONOR_RULES = {
  /** Completed years. Item 2. */
  age: { least: 18, most: 65, mostFirstTime: 60 },
  /** Kilograms. Item 3. */
  weight: { least: 45 },
  /** Days from one whole-blood donation to the next. Item 4; whose sex is not known waits the longer time. */
  wholeBloodInterval: { male: 90, female: 120, other: 120 },
} as const

/** Why somebody of this age may not give, if so. `first`: has never given before. */
export function ageProblem(
  age: number,
  { first }: { readonly first: boolean },
): 'too_young' | 'too_old' | undefined {
  const { least, most, mostFirstTime } = DONOR_RULES.age
  if (age < least) return 'too_young'
  return age > (first ? mostFirstTime : most) ? 'too_old' : undefined
}

/** Why somebody of this weight (kg) may not give, if so. */
export function weightProblem(weight: number): 'underweight' | undefined {
  return weight < DONOR_RULES.weight.least ? 'underweight' : undefined
}

/** The first day on which somebody who gave whole blood may give again; nothing when that day has come. */
export function restUntil(
  lastDonation: CalendarDate,
  sex: Donor['sex'],
  today: CalendarDate,
): CalendarDate | undefined {
  const day = addDays(lastDonation, DONOR_RULES.wholeBloodInterval[sex])
  return day > today ? day : undefined
}
