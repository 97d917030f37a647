import type { Patient, PatientClaim } from '../../blood/patients/patient'
import { without } from './without'

/** A claim as it is stored: a decision ends it and stays on record. */
export interface ClaimDocument extends PatientClaim {
  readonly decision?: 'link' | 'refuse'
}

/** The domain's own part of a stored claim. */
export function claimOf(document: ClaimDocument): PatientClaim {
  return without(document, 'decision')
}

/** The claim with its decision; the first one stands. */
export function decided(claim: ClaimDocument, decision: 'link' | 'refuse'): ClaimDocument {
  return claim.decision ? claim : { ...claim, decision }
}

/** The patient with the contact among those who speak for them. */
export function withGuardian<T extends Patient>(patient: T, contactId: string): T {
  if (patient.guardians.includes(contactId)) return patient
  return { ...patient, guardians: [...patient.guardians, contactId] }
}

/** The patient with one contact in the place of another: who spoke for it first still comes first. */
export function withGuardianJoined<T extends Patient>(
  patient: T,
  { from, to }: { readonly from: string; readonly to: string },
): T {
  if (!patient.guardians.includes(from)) return patient
  const guardians = patient.guardians.map((guardian) => (guardian === from ? to : guardian))
  return { ...patient, guardians: [...new Set(guardians)] }
}
