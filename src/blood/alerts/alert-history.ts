import type { Instant } from '../../base/clock'
import type { SegmentCounts } from './segment'

/** What happened for one request so far, and what was learnt from all. */
export interface AlertHistory {
  /** Every alert of this request, in the order they were made. */
  readonly alerts: readonly PastAlert[]
  /** Pledges that hold a place now: held, pledged, reminded or arrived. */
  readonly placesTaken: number
  /** How many pledges may take a place. */
  readonly places: number
  /** Said yes and were stood down, longest first, and were not asked again since. */
  readonly standby: readonly string[]
  readonly segments: SegmentCounts
}

export interface PastAlert {
  readonly donorId: string
  readonly wave: number
  readonly at: Instant
  /** Of saying yes, as it was believed then. */
  readonly chance: number
  readonly answered: boolean
}
