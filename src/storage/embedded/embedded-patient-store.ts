import type { Patient } from '../../blood/patients/patient'
import type { PatientStore } from '../../blood/patients/patient-store'
import { claimOf, decided, withGuardian } from '../transitions/decide-claim'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf } from './index-keys'

/** Patients and claims on them in LMDB. */
export function embeddedPatientStore(db: EmbeddedDatabase): PatientStore {
  const index = (patient: Patient): void => {
    for (const guardian of patient.guardians) {
      db.index.add(['patient.of', guardian, patient.createdAt, patient.id])
    }
  }
  return {
    add: (patient) =>
      db.write(() => {
        const stored = db.patients.get(patient.id)
        if (stored) return stored
        db.patients.putSync(patient.id, patient)
        index(patient)
        return patient
      }),
    get: async (id) => find(db.patients, id),
    ofGuardian: async (contactId) =>
      findAll(db.patients, db.index.below(['patient.of', contactId]).map(idOf)),
    addClaim: (claim) =>
      db.write(() => {
        if (db.claims.doesExist(claim.id)) return
        db.claims.putSync(claim.id, claim)
        db.index.add(['claim.on', claim.patientId, claim.at, claim.id])
      }),
    getClaim: async (id) => {
      const claim = find(db.claims, id)
      return claim && claimOf(claim)
    },
    claimsOn: async (patientId) =>
      findAll(db.claims, db.index.below(['claim.on', patientId]).map(idOf)).map(claimOf),
    decideClaim: (id, decision) =>
      db.write(() => {
        const claim = find(db.claims, id)
        if (!claim) return false
        const ended = decided(claim, decision)
        if (ended === claim) return true
        db.claims.putSync(id, ended)
        db.index.remove(['claim.on', claim.patientId, claim.at, id])
        const patient = db.patients.get(claim.patientId)
        if (decision === 'refuse' || !patient) return true
        const linked = withGuardian(patient, claim.contactId)
        db.patients.putSync(patient.id, linked)
        index(linked)
        return true
      }),
  }
}
