import type { Todo } from '../../base/effect'
import type { Instant } from '../../base/clock'
import type { BloodRequest, Outcome, Rejection, RequestState, Supply } from './blood-request'
import type { Decision } from './blood-request-store'

/** What a coordinator or the family decides on a request. */
export type RequestDecision =
  | { readonly verb: 'verify'; readonly by: string; readonly supply: Supply }
  | { readonly verb: 'reject'; readonly because: Rejection }
  | { readonly verb: 'close'; readonly outcome: Outcome }

export type NotDecided =
  /** It is closed, and closed requests stay as they are. */
  | 'closed'
  /** Somebody verified it before, with the same supply: the first decision stands. */
  | 'verified'
  /** Donors are only ever sent to a licensed centre, and none is known for it. */
  | 'no_centre'
  /** No donor of ours is asked for a hospital elsewhere. */
  | 'outside'

/**
 * What a decision makes of a request, or why it makes nothing. Verifying again changes the supply, so that donors can be
 * asked when the stock turned out to be empty; rejecting is only for what nobody verified.
 */
export function decideRequest(
  request: BloodRequest,
  decision: RequestDecision,
  { now, todo }: { readonly now: Instant; readonly todo: readonly Todo[] },
): Decision<NotDecided> {
  const reason = objection(request, decision)
  if (reason) return { ok: false, reason }
  const verifiedAt = request.verifiedAt ?? (decision.verb === 'verify' ? now : undefined)
  const state = stateAfter(decision, now)
  return { ok: true, request: { ...request, ...(verifiedAt !== undefined && { verifiedAt }), state }, todo }
}

function objection(request: BloodRequest, decision: RequestDecision): NotDecided | undefined {
  const { state, bloodCentre, outsideServiceArea } = request
  if (state.status === 'closed') return 'closed'
  if (decision.verb === 'reject') return state.status === 'verified' ? 'verified' : undefined
  if (decision.verb !== 'verify') return undefined
  if (state.status === 'verified' && state.supply === decision.supply) return 'verified'
  if (decision.supply === 'stock') return undefined
  if (outsideServiceArea) return 'outside'
  return bloodCentre === undefined ? 'no_centre' : undefined
}

function stateAfter(decision: RequestDecision, now: Instant): RequestState {
  switch (decision.verb) {
    case 'verify':
      return { status: 'verified', at: now, by: decision.by, supply: decision.supply }
    case 'reject':
      return { status: 'closed', closedAt: now, reason: 'rejected', because: decision.because }
    case 'close':
      return { status: 'closed', closedAt: now, reason: decision.outcome }
  }
}
