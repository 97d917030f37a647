import { z } from 'zod'
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
      const patients = await stores.patients.ofGuardian(contactId)
      if (patients.length === 0) return { ok: false, reason: 'none' }
      return {
        ok: true,
        values: { patients: patients.map((patient) => ({ id: patient.id, title: patientTitle(patient) })) },
      }
    },
  }
}
