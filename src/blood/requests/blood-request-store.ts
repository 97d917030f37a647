import type { Instant } from '../../base/clock'
import type { Todo } from '../../base/effect'
import type { BloodRequest } from './blood-request'

/** What becomes of a request, or why nothing does. Identity, code and asker stay as they are. */
export type Decision<Reason extends string> =
  | { readonly ok: true; readonly request: BloodRequest; readonly todo: readonly Todo[] }
  | { readonly ok: false; readonly reason: Reason }

export interface BloodRequestStore {
  /**
   * Stores the request with its follow-ups under the effect key, in one atomic write. The same key again stores
   * nothing and returns the request of the first time. `code_taken` when another request has the code: try another,
   * with the same `request.id` (make it from the key, so that every try has the same).
   */
  raise(
    key: string,
    request: BloodRequest,
    todo: readonly Todo[],
  ): Promise<
    | { readonly ok: true; readonly request: BloodRequest }
    | { readonly ok: false; readonly reason: 'code_taken' }
  >
  /**
   * Replaces the request by what `decide` makes of it, with its follow-ups, in one atomic write under the effect key.
   * The same key again changes nothing and gives the request as it is. What `decide` refuses is refused with its
   * reason; `unknown` when there is no such request. `decide` must be pure: it runs again after a conflict.
   */
  change<Reason extends string>(
    key: string,
    id: string,
    decide: (request: BloodRequest) => Decision<Reason>,
  ): Promise<
    | { readonly ok: true; readonly request: BloodRequest }
    | { readonly ok: false; readonly reason: Reason | 'unknown' }
  >
  get(id: string): Promise<BloodRequest | undefined>
  byCode(code: string): Promise<BloodRequest | undefined>
  /** Open requests of one contact, oldest first. */
  openOf(contactId: string): Promise<readonly BloodRequest[]>
  /** Requests that were raised from one instant until before the other, oldest first. */
  raisedWithin(from: Instant, before: Instant): Promise<readonly BloodRequest[]>
  /** All open requests, oldest first. */
  open(limit: number): Promise<readonly BloodRequest[]>
}
