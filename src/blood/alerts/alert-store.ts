import type { Instant } from '../../base/clock'
import type { Alert } from './alert'

export interface AlertStore {
  /** Inserts those whose id is not there yet; repeatable after a crash in the middle. */
  add(alerts: readonly Alert[]): Promise<void>
  get(id: string): Promise<Alert | undefined>
  /** Every alert of the request, in the order they were made. */
  ofRequest(requestId: string): Promise<readonly Alert[]>
  /** Alerts of one donor since the instant, the latest first. */
  ofContact(contactId: string, since: Instant): Promise<readonly Alert[]>
  /** The newest alerts of all, the latest first, by an index. */
  latest(limit: number): Promise<readonly Alert[]>
  /** Every alert of these donors. */
  ofContacts(contactIds: readonly string[]): Promise<readonly Alert[]>
  /**
   * Notes that donors on standby are asked again: only where that was noted last `before`, or never when it is absent, so
   * that of several who want to at the same moment one does.
   */
  askAgain(asks: readonly { readonly id: string; readonly before?: Instant }[], at: Instant): Promise<void>
  /** Keeps the answer, unless a later one is known; the alert as it is now. Repeatable. */
  answer(id: string, answer: NonNullable<Alert['answer']>): Promise<Alert | undefined>
}
