import { MINUTE, type Instant } from '../../base/clock'
import type { ActionResult } from '../flow/walk'
import type { InboundMessage } from '../../messaging/inbound-message'

/** Photos and voice messages in a row: the first was answered, and that answer stands for all of them. */
export interface Burst {
  /** When the last of them came. */
  readonly at: Instant
  /** The hand-over that the answer brought about. */
  readonly handOver?: string
  /** The message that is being passed over without an answer. */
  readonly hushed?: string
}

/** Later, it is a new thing to say. */
const GOES_ON_FOR = 2 * MINUTE

/** The burst that a message of this moment belongs to. */
export function goingOn(burst: Burst | undefined, now: Instant): Burst | undefined {
  return burst && now - burst.at <= GOES_ON_FOR ? burst : undefined
}

/** The burst after a message; words end it. */
export function burstAfter(
  burst: Burst | undefined,
  { sid, media, receivedAt }: InboundMessage,
  hushed: boolean,
): Burst | undefined {
  if (media.length === 0) return undefined
  return hushed && burst ? { ...burst, at: receivedAt, hushed: sid } : { at: receivedAt }
}

/** The burst as part of a state. */
interface WithBurst {
  burst?: Burst
}

export function noteBurst(state: WithBurst, burst: Burst | undefined): void {
  if (burst) state.burst = burst
  else delete state.burst
}

/** What comes next in the burst goes to the hand-over that an action has just opened. */
export function noteHandOver(state: WithBurst, result: ActionResult): void {
  const handOver = result.values?.['hand_over']
  if (state.burst && typeof handOver === 'string') state.burst = { ...state.burst, handOver }
}
