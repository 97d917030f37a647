import { DAY, type Instant } from '../../base/clock'
import type { HandOver } from '../../conversation/handover/hand-over'
import type { EffectRecord } from './effect-record'
import { without } from './without'

/** How long a hand-over, with the excerpt of what the person wrote, is kept. */
const KEPT_FOR = 90 * DAY

/** A hand-over as it is stored. */
export interface HandOverDocument extends HandOver, EffectRecord {
  readonly expireAt: Instant
}

export function handOverDocument(handOver: HandOver, effects: EffectRecord): HandOverDocument {
  return { ...handOver, ...effects, expireAt: handOver.at + KEPT_FOR }
}

/** The domain's own part of a stored hand-over. */
export function handOverOf(document: HandOverDocument): HandOver {
  return without(document, 'effectKeys', 'todo', 'expireAt')
}
