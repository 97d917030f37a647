import { z } from 'zod'
import { keyedId } from '../../base/keyed-id'
import type { PatientClaim } from '../../blood/patients/patient'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'

const args = z.object({
  claim: z.string().nullish(),
  code: z.string().nullish(),
  decision: z.enum(['link', 'refuse']),
})

type Args = z.infer<typeof args>

/**
 * The word of the first guardian (by the claim's id) or of a coordinator (by the request's code) on a second phone
 * that named a patient. The first decision stands.
 */
export function decideClaim(deps: ActionDeps): Action<Args> {
  return {
    name: 'decide_claim',
    type: 'effect',
    args,
    reasons: ['unknown_code', 'not_coordinator'],
    perform: async (given, context) => {
      const byCode = given.claim == null
      if (byCode && !isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const claim = byCode ? await claimOfCode(deps, given.code) : await ownClaim(deps, given.claim, context)
      if (!claim) return { ok: false, reason: 'unknown_code' }
      await deps.stores.patients.decideClaim(claim.id, given.decision)
      return { ok: true }
    },
  }
}

/** The id of the claim that a request of a second phone makes. */
export function claimIdOf(requestId: string): string {
  return keyedId(`claim ${requestId}`)
}

async function claimOfCode({ stores }: ActionDeps, code: Args['code']): Promise<PatientClaim | undefined> {
  const request = code == null ? undefined : await stores.requests.byCode(code)
  return request && stores.patients.getClaim(claimIdOf(request.id))
}

async function ownClaim(
  { stores }: ActionDeps,
  id: Args['claim'],
  { contactId }: ActionContext,
): Promise<PatientClaim | undefined> {
  const claim = id == null ? undefined : await stores.patients.getClaim(id)
  const patient = claim && (await stores.patients.get(claim.patientId))
  return patient?.guardians.includes(contactId) ? claim : undefined
}
