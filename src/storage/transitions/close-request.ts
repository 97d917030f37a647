import type { Todo } from '../../base/effect'
import type { Instant } from '../../base/clock'
import type { BloodRequest } from '../../blood/requests/blood-request'
import { withEffect, type EffectRecord } from './effect-record'

/** A blood request as it is stored. */
export type RequestDocument = BloodRequest & EffectRecord

/** The request closed by the effect of this key, with the effect's follow-ups. */
export function closeRequest(
  request: RequestDocument,
  key: string,
  closing: { readonly at: Instant; readonly reason: 'cancelled' | 'met'; readonly todo: readonly Todo[] },
): RequestDocument {
  const state = { status: 'closed', closedAt: closing.at, reason: closing.reason } as const
  return withEffect({ ...request, state }, key, closing.todo)
}
