import { z } from 'zod'
import { BLOOD_GROUPS } from '../../blood/groups/blood-group'
import { patientTitle } from '../../blood/patients/patient-title'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({
  patient: z.string().nullish(),
  group: z.enum(BLOOD_GROUPS).nullish(),
  initials: z.string().nullish(),
})

/** A patient in a few signs, for a confirmation: of the record, or of what was stated just now. */
export function namePatient({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'name_patient',
    type: 'look',
    args,
    reasons: [],
    perform: async ({ patient: id, group, initials }) => {
      const known = id == null ? undefined : await stores.patients.get(id)
      const patient = known ?? (group && initials ? { group, initials, sibling: 1 } : undefined)
      if (!patient) throw new Error('a patient is named who is neither known nor stated')
      return { ok: true, values: { title: patientTitle(patient) } }
    },
  }
}
