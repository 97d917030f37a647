import type { CalendarDate } from '../../base/clock'
import type { Donor } from './donor'
import { ageOutside, weightOutside } from './eligibility/body-limits'
import type { PastDonation } from './eligibility/donation-kind'
import { restedOn } from './eligibility/intervals'

/** Why somebody of this age may not give whole blood, if so. `first`: has never given before. */
export function ageProblem(
  age: number,
  { first }: { readonly first: boolean },
): 'too_young' | 'too_old' | undefined {
  return ageOutside(age, { kind: 'whole_blood', first })
}

/** Why somebody of this weight (kg) may not give whole blood, if so. */
export function weightProblem(weight: number): 'underweight' | undefined {
  return weightOutside(weight, 'whole_blood')
}

/** The first day on which somebody who gave whole blood may give again; nothing when that day has come. */
export function restUntil(
  lastDonation: CalendarDate,
  sex: Donor['sex'],
  today: CalendarDate,
): CalendarDate | undefined {
  return restAfter([{ kind: 'whole_blood', on: lastDonation }], sex, today)
}

/** The first day on which whole blood may be given again after these donations; nothing when that day has come. */
export function restAfter(
  donations: readonly PastDonation[],
  sex: Donor['sex'],
  today: CalendarDate,
): CalendarDate | undefined {
  const day = restedOn('whole_blood', { sex, donations })
  return day !== undefined && day > today ? day : undefined
}
