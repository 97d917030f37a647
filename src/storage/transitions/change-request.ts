import type { Todo } from '../../base/effect'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { Decision } from '../../blood/requests/blood-request-store'
import { hasEffect, withEffect, withoutRecord, type EffectRecord } from './effect-record'

/** A blood request as it is stored. */
export type RequestDocument = BloodRequest & EffectRecord

/**
 * What a change makes of a stored request: the document to write and the follow-ups that are new in it, the same
 * document when the key was here before, or a reason.
 */
export function changeRequest<Reason extends string>(
  request: RequestDocument,
  key: string,
  decide: (request: BloodRequest) => Decision<Reason>,
):
  | { readonly ok: true; readonly request: RequestDocument; readonly todo: readonly Todo[] }
  | { readonly ok: false; readonly reason: Reason } {
  if (hasEffect(request, key)) return { ok: true, request, todo: [] }
  const decided = decide(withoutRecord(request))
  if (!decided.ok) return decided
  const { effectKeys, todo } = request
  const document = withEffect({ ...decided.request, effectKeys, todo }, key, decided.todo)
  return { ok: true, request: document, todo: decided.todo }
}
