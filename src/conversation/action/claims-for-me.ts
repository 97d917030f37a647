import { z } from 'zod'
import { patientTitle } from '../../blood/patients/new-patient'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({})

/** Undecided claims of other phones on the patients whom this contact speaks for. */
export function claimsForMe({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'claims_for_me',
    type: 'look',
    args,
    reasons: ['none'],
    perform: async (_args, { contactId }) => {
      const patients = await stores.patients.ofGuardian(contactId)
      const claims = await Promise.all(
        patients.map(async (patient) =>
          (await stores.patients.claimsOn(patient.id)).map(({ id }) => ({
            id,
            title: patientTitle(patient),
          })),
        ),
      )
      const all = claims.flat()
      return all.length === 0 ? { ok: false, reason: 'none' } : { ok: true, values: { claims: all } }
    },
  }
}
