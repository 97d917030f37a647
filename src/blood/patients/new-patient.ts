import { keyedId } from '../../base/keyed-id'
import type { Instant } from '../../base/clock'
import type { BloodGroup } from '../groups/blood-group'
import type { Patient } from './patient'

/** What tells a patient from others. */
export interface PatientFacts {
  readonly contactId: string
  readonly initials: string
  readonly birthYear?: number
  readonly group: BloodGroup
  readonly condition: Patient['condition']
  readonly cardNumber?: string
  /** 2 for the second child of the same initials, year and group. */
  readonly sibling?: number
  readonly createdAt: Instant
}

/**
 * A patient whose id follows from what was said: the card number where there is one, so that two phones with the same
 * card mean the same patient; else the contact with initials, birth year, group and sibling number.
 */
export function newPatient(facts: PatientFacts): Patient {
  const { contactId, sibling = 1, ...rest } = facts
  return { id: patientId(facts), guardians: [contactId], sibling, ...rest }
}

/** How a patient is named to those who know: initials and group. */
export function patientTitle({ initials, group }: Patient): string {
  return `${initials}, ${group}`
}

function patientId({ cardNumber, contactId, initials, birthYear, group, sibling = 1 }: PatientFacts): string {
  if (cardNumber !== undefined) return keyedId(`card ${cardNumber}`)
  return keyedId(`patient ${contactId} ${initials} ${birthYear ?? ''} ${group} ${sibling}`)
}
