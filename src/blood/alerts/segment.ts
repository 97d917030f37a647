import type { Channel } from '../../base/channel'
import { BRIDGE_YES_PRIOR, learntRate, YES_PRIOR, type Prior, type Seen } from './learnt-rate'

/** Donors who answer alike, as far as we tell them apart: the rate of yes is learnt for each. */
export type Segment = `${'bridge' | 'donor'}:${Channel}:${PartOfDay}`

export type PartOfDay = 'morning' | 'day' | 'evening' | 'night'

/** What alerts of each segment came to; a segment nobody was asked in is absent. */
export type SegmentCounts = { readonly [segment in Segment]?: Seen }

/** How much a segment's rate says of one of its donors: as much as so many alerts to that donor. */
const SEGMENT_STRENGTH = 10

/** The part of the day of a time `HH:MM`. */
export function partOfDay(time: string): PartOfDay {
  if (time < '05:00' || time >= '21:00') return 'night'
  if (time < '11:00') return 'morning'
  return time < '17:00' ? 'day' : 'evening'
}

/** The chance that a donor of the segment, with this record, says yes to an alert. */
export function chanceOfYes(segment: Segment, counts: SegmentCounts, donor: Seen): number {
  const prior: Prior = segment.startsWith('bridge') ? BRIDGE_YES_PRIOR : YES_PRIOR
  const mean = learntRate(prior, counts[segment] ?? { of: 0, yes: 0 })
  return learntRate({ mean, strength: SEGMENT_STRENGTH }, donor)
}
