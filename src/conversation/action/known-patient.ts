import { z } from 'zod'
import { dateAt, yearOf } from '../../base/calendar'
import { isChildAt } from '../../blood/patients/is-child-at'
import type { Patient } from '../../blood/patients/patient'
import type { Contact } from '../../contacts/contact'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ patient: z.string().nullish() })

/**
 * Whether the chosen patient is one of this contact's (`new` otherwise), and whether it is a child for whom the contact
 * has not said yes as a guardian yet.
 */
export function knownPatient({ stores, timeZone }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'known_patient',
    type: 'look',
    args,
    reasons: ['new'],
    perform: async ({ patient: id }, { contactId, now }) => {
      const patient = id == null ? undefined : await stores.patients.get(id)
      if (!patient?.guardians.includes(contactId)) return { ok: false, reason: 'new' }
      const contact = await stores.contacts.get(contactId)
      const asks = isChild(patient, yearOf(dateAt(now, timeZone))) && !isGuardian(contact, patient)
      return { ok: true, values: { asks_guardian: asks } }
    },
  }
}

function isChild({ birthYear }: Patient, year: number): boolean {
  return birthYear !== undefined && isChildAt(year - birthYear)
}

function isGuardian(contact: Contact | undefined, patient: Patient): boolean {
  const given = contact?.consents ?? []
  return given.some(({ purpose, patientId }) => purpose === 'guardian' && patientId === patient.id)
}
