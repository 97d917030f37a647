import type { Instant } from '../../base/clock'
import type { BloodGroup } from '../groups/blood-group'

/** The least that tells one patient of a family from another. No name is kept. */
export interface Patient {
  readonly id: string
  /** The contacts who speak for the patient; the first asked first. */
  readonly guardians: readonly string[]
  readonly initials: string
  readonly birthYear?: number
  readonly group: BloodGroup
  readonly condition: 'thalassemia' | 'other'
  /** Thalassemia card number, as written on it. */
  readonly cardNumber?: string
  /** Tells twins apart: 1 for the first child of the same initials, year and group. */
  readonly sibling: number
  readonly createdAt: Instant
}

/** A second phone that named a patient whom another contact speaks for: it learns nothing until somebody says yes. */
export interface PatientClaim {
  readonly id: string
  readonly patientId: string
  readonly contactId: string
  readonly requestId: string
  readonly at: Instant
}
