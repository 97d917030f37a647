import { keyedId } from '../../base/keyed-id'
import type { BloodGroup } from '../groups/blood-group'

/** What tells a patient without a card from the others of a family. */
export interface FamilyMember {
  readonly guardian: string
  readonly initials: string
  readonly birthYear?: number
  readonly group: BloodGroup
  readonly sibling: number
}

/** The id of the patient whom a thalassemia card names, whoever shows it. */
export function patientIdOfCard(cardNumber: string): string {
  return keyedId(`card ${cardNumber}`)
}

/** The id of a patient without a card, within the family of the contact who asked first. */
export function patientIdOfFamily({ guardian, initials, birthYear, group, sibling }: FamilyMember): string {
  return keyedId(`patient ${guardian} ${initials} ${birthYear ?? ''} ${group} ${sibling}`)
}

/** The id of the patient record of one request, whose asker may not speak for the card's patient yet. */
export function patientIdOfRequest(requestId: string): string {
  return keyedId(`patient of request ${requestId}`)
}

/** A twin's number: one more than those of the family who look the same. */
export function siblingNumber(
  family: readonly Pick<FamilyMember, 'initials' | 'birthYear' | 'group'>[],
  one: Pick<FamilyMember, 'initials' | 'birthYear' | 'group'>,
): number {
  const alike = family.filter(
    ({ initials, birthYear, group }) =>
      initials === one.initials && birthYear === one.birthYear && group === one.group,
  )
  return alike.length + 1
}
