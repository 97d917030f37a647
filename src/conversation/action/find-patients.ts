import { z } from 'zod'
import type { Patient } from '../../blood/patients/patient'
import { patientTitle } from '../../blood/patients/patient-title'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({})

/** The patients whom this contact speaks for. */
export function findPatients({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'find_patients',
    type: 'look',
    args,
    reasons: ['none'],
    perform: async (_args, { contactId }) => {
      const patients = withoutDoubles(await stores.patients.ofGuardian(contactId))
      if (patients.length === 0) return { ok: false, reason: 'none' }
      return {
        ok: true,
        values: { patients: patients.map((patient) => ({ id: patient.id, title: patientTitle(patient) })) },
      }
    },
  }
}

/**
 * A phone that asked for a patient of another family member got a record of its own; once the two phones are joined, the
 * shared record stands for both.
 */
function withoutDoubles(patients: readonly Patient[]): readonly Patient[] {
  const shared = patients.filter(({ guardians }) => guardians.length > 1)
  return patients.filter(
    (one) => one.guardians.length > 1 || !shared.some((other) => looksTheSame(one, other)),
  )
}

function looksTheSame(one: Patient, other: Patient): boolean {
  return (
    one.initials === other.initials &&
    one.group === other.group &&
    one.birthYear === other.birthYear &&
    one.sibling === other.sibling
  )
}
