import { trusted, type Connection } from 'mongoose'
import type { Patient } from '../../blood/patients/patient'
import type { PatientStore } from '../../blood/patients/patient-store'
import {
  claimOf,
  decided,
  withGuardian,
  withGuardianJoined,
  type ClaimDocument,
} from '../transitions/decide-claim'
import { mongoCollection, type MongoCollection } from './mongo-collection'

const PATIENT_FIELDS = {
  guardians: { type: [String], required: true },
  initials: { type: String, required: true },
  birthYear: Number,
  group: { type: String, required: true },
  condition: { type: String, required: true },
  cardNumber: String,
  sibling: { type: Number, required: true },
  createdAt: { type: Number, required: true },
} as const

const CLAIM_FIELDS = {
  patientId: { type: String, required: true },
  contactId: { type: String, required: true },
  requestId: { type: String, required: true },
  at: { type: Number, required: true },
  decision: String,
} as const

export type MongoPatients = MongoCollection<Patient>

export function mongoPatients(connection: Connection): MongoPatients {
  return mongoCollection<Patient>(connection, {
    name: 'patients',
    fields: PATIENT_FIELDS,
    indexes: [{ keys: { guardians: 1, createdAt: 1 } }],
  })
}

/** Patients and claims on them in MongoDB. */
export function mongoPatientStore(connection: Connection, patients: MongoPatients): PatientStore {
  const claims = mongoCollection<ClaimDocument>(connection, {
    name: 'claims',
    fields: CLAIM_FIELDS,
    indexes: [{ keys: { patientId: 1, at: 1 } }],
  })
  return {
    add: async (patient) => {
      if (await patients.insert(patient)) return patient
      return (await patients.find(patient.id)) ?? patient
    },
    get: (id) => patients.find(id),
    ofGuardian: (contactId) => patients.list({ guardians: contactId }, { createdAt: 1, _id: 1 }),
    addClaim: async (claim) => void (await claims.insert(claim)),
    getClaim: async (id) => {
      const claim = await claims.find(id)
      return claim && claimOf(claim)
    },
    claimsOn: async (patientId) => {
      const found = await claims.list({ patientId, decision: trusted({ $exists: false }) }, { at: 1, _id: 1 })
      return found.map(claimOf)
    },
    decideClaim: async (id, decision) => {
      const claim = await claims.change(id, (stored) => decided(stored, decision))
      // Also when it was decided before: whoever decided may have died between the two writes.
      if (claim?.decision === 'link') await link(claim, { patients, claims })
      return claim !== undefined
    },
  }
}

/**
 * Makes the claimant a guardian. A join between the two writes gave the claim to the contact that stays, and could not
 * find this guardian yet, so the claim is looked at once more; a join after that look finds the guardian itself.
 */
async function link(
  { id, patientId, contactId }: ClaimDocument,
  { patients, claims }: { readonly patients: MongoPatients; readonly claims: MongoCollection<ClaimDocument> },
): Promise<void> {
  await patients.change(patientId, (patient) => withGuardian(patient, contactId))
  let from = contactId
  for (;;) {
    const to = (await claims.find(id))?.contactId ?? from
    if (to === from) return
    const joined = { from, to }
    await patients.change(patientId, (patient) => withGuardianJoined(patient, joined))
    from = to
  }
}
