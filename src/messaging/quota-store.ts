import type { Instant } from '../base/clock'

/** Asks whether one more may be counted. */
export interface QuotaAsk {
  /** What is limited, such as the people whom one sender reaches. */
  readonly quota: string
  /** What is counted: the same member counts once. */
  readonly member: string
  readonly now: Instant
  /** Members count for so long. */
  readonly windowMs: number
  readonly limit: number
}

/** Counts distinct members in a rolling time, for all processes together. */
export interface QuotaStore {
  /**
   * Whether the member is within the limit: counted already (its time does not begin anew), or counted by this call. Two
   * at the same moment never both take the last place.
   */
  admit(ask: QuotaAsk): Promise<boolean>
}
