import type { Patient, PatientClaim } from './patient'

export interface PatientStore {
  /** Inserts unless the id exists; the stored patient either way. */
  add(patient: Patient): Promise<Patient>
  get(id: string): Promise<Patient | undefined>
  /** Patients whom this contact speaks for, oldest first. */
  ofGuardian(contactId: string): Promise<readonly Patient[]>
  /** Inserts unless the id exists. */
  addClaim(claim: PatientClaim): Promise<void>
  /** The claim, decided or not. */
  getClaim(id: string): Promise<PatientClaim | undefined>
  /** Claims nobody has decided, on this patient. */
  claimsOn(patientId: string): Promise<readonly PatientClaim[]>
  /** Makes the claimant a guardian and ends the claim, or just ends it. False when there is no such claim. Repeatable. */
  decideClaim(id: string, decision: 'link' | 'refuse'): Promise<boolean>
}
