import { z } from 'zod'
import type { Patient, PatientClaim } from '../../blood/patients/patient'
import { patientTitle } from '../../blood/patients/patient-title'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({})

/** Undecided claims of other phones on the patients whom this contact spoke for first, with the last digits of the phone. */
export function claimsForMe({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  const phoneOf = async ({ contactId }: PatientClaim): Promise<string> => {
    const claimant = await stores.contacts.get(contactId)
    return claimant?.phone === undefined ? '' : ` (..${claimant.phone.slice(-4)})`
  }
  const claimsOn = async (patient: Patient) => {
    const claims = await stores.patients.claimsOn(patient.id)
    // Both phones may turn out to be one person.
    const others = claims.filter((claim) => !patient.guardians.includes(claim.contactId))
    return Promise.all(
      others.map(async (claim) => ({
        id: claim.id,
        title: `${patientTitle(patient)}${await phoneOf(claim)}`,
      })),
    )
  }
  return {
    name: 'claims_for_me',
    type: 'look',
    args,
    reasons: ['none'],
    perform: async (_args, { contactId }) => {
      const patients = await stores.patients.ofGuardian(contactId)
      // Whoever was linked later is not asked: that would be a stranger's word for a stranger.
      const mine = patients.filter(({ guardians: [first] }) => first === contactId)
      const claims = (await Promise.all(mine.map(claimsOn))).flat()
      return claims.length === 0 ? { ok: false, reason: 'none' } : { ok: true, values: { claims } }
    },
  }
}
