import { z } from 'zod'
import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { claimIdOf } from '../../blood/patients/claim-id'
import type { PatientClaim } from '../../blood/patients/patient'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'
import { tellContact } from './messages'

const args = z.object({
  claim: z.string().nullish(),
  code: z.string().nullish(),
  decision: z.enum(['link', 'refuse']),
})

type Args = z.infer<typeof args>

/**
 * The word of the first guardian (by the claim's id) or of a coordinator (by the request's code) on a second phone
 * that named a patient; who is linked is told. The first decision stands; the same decision again is as good as the first.
 */
export function decideClaim(deps: ActionDeps): Action<Args> {
  return {
    name: 'decide_claim',
    type: 'effect',
    args,
    reasons: ['no_code', 'unknown_code', 'not_coordinator'],
    perform: async (given, context) => {
      const byCode = given.claim == null
      if (byCode && !isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      if (byCode && given.code == null) return { ok: false, reason: 'no_code' }
      const claim = byCode ? await claimOfCode(deps, given.code) : await ownClaim(deps, given.claim, context)
      if (!claim) return { ok: false, reason: 'unknown_code' }
      await deps.stores.patients.decideClaim(claim.id, given.decision)
      const stands = (await isLinked(deps, claim)) === (given.decision === 'link')
      if (!stands) return { ok: false, reason: 'unknown_code' }
      if (given.decision === 'link') await tellClaimant(claim, context.now, deps)
      return { ok: true }
    },
  }
}

/** Once for each claim, however often and by whomever it is decided. */
async function tellClaimant(claim: PatientClaim, now: Instant, deps: ActionDeps): Promise<void> {
  const id = keyedId(`linked ${claim.id}`)
  const message = { text: 'claim_linked', values: {} }
  await tellContact(claim.contactId, { id, message, now, purpose: 'news' }, deps)
}

/** The claim is read again: its contact may have been joined to another meanwhile. */
async function isLinked({ stores }: ActionDeps, { id }: PatientClaim): Promise<boolean> {
  const claim = await stores.patients.getClaim(id)
  if (!claim) return false
  const patient = await stores.patients.get(claim.patientId)
  return patient?.guardians.includes(claim.contactId) ?? false
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
  if (!claim || claim.contactId === contactId) return undefined
  const patient = await stores.patients.get(claim.patientId)
  return patient?.guardians[0] === contactId ? claim : undefined
}
