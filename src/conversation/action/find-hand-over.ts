import { z } from 'zod'
import { patientTitle } from '../../blood/patients/patient-title'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'

const args = z.object({ code: z.string().nullish() })

/** Who was handed over under this code, as far as a coordinator must know to write a request for them. */
export function findHandOver(deps: ActionDeps): Action<z.infer<typeof args>> {
  const { stores } = deps
  return {
    name: 'find_hand_over',
    type: 'look',
    args,
    reasons: ['unknown_code', 'not_coordinator'],
    perform: async ({ code }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const handOver = code == null ? undefined : await stores.handOvers.byCode(code)
      if (!handOver) return { ok: false, reason: 'unknown_code' }
      const patients = await stores.patients.ofGuardian(handOver.contactId)
      const contact = await stores.contacts.get(handOver.contactId)
      return {
        ok: true,
        values: {
          code: handOver.code,
          patients: patients.map((patient) => ({ id: patient.id, title: patientTitle(patient) })),
          known: patients.length > 0,
          shown: contact?.phone !== undefined,
        },
      }
    },
  }
}
