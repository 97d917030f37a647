import type { Todo } from '../../base/effect'
import type { Instant } from '../../base/clock'
import type { BloodRequest } from './blood-request'

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
   * Closes an open request under the effect key, with its follow-ups. The same key again gives the first answer;
   * `not_open` when another key closed it before, or there is none.
   */
  close(
    key: string,
    id: string,
    closing: { readonly at: Instant; readonly reason: 'cancelled' | 'met'; readonly todo: readonly Todo[] },
  ): Promise<
    | { readonly ok: true; readonly request: BloodRequest }
    | { readonly ok: false; readonly reason: 'not_open' }
  >
  get(id: string): Promise<BloodRequest | undefined>
  byCode(code: string): Promise<BloodRequest | undefined>
  /** Open requests of one contact, oldest first. */
  openOf(contactId: string): Promise<readonly BloodRequest[]>
  /** All open requests, oldest first. */
  open(limit: number): Promise<readonly BloodRequest[]>
}
