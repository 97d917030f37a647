import { DAY, HOUR, MINUTE, type Instant } from '../../base/clock'
import type { ActionResult } from '../flow/walk'
import type { RouteAsk } from './routing'
import type { FlowSay } from './turn-scratch'

/** What was told a moment ago and matters more than an open question. */
export interface Lately {
  readonly about: 'emergency' | 'report_fraud' | 'bereaved'
  readonly at: Instant
}

/** What happened before, as part of a state. */
interface WithLately {
  lately?: Lately
  calledAt?: Instant
}

/** What follows so soon is still about it. */
const LATELY_FOR = { emergency: 15 * MINUTE, report_fraud: 15 * MINUTE, bereaved: DAY } as const
/** So long after a person was brought in, being lost again is no news to them. */
const CALLED_FOR = HOUR

/** What a route may depend on, of all that happened before. */
export function before({ lately, calledAt }: WithLately, now: Instant): Pick<RouteAsk, 'lately' | 'called'> {
  return {
    lately: lately && now - lately.at <= LATELY_FOR[lately.about] ? lately.about : undefined,
    called: calledAt !== undefined && now - calledAt < DAY,
  }
}

export function wasCalled({ calledAt }: WithLately, now: Instant): boolean {
  return calledAt !== undefined && now - calledAt < CALLED_FOR
}

/** Notes that a person was brought in, when an action did that. */
export function noteCall(
  state: WithLately,
  { result, now }: { readonly result: ActionResult; readonly now: Instant },
): void {
  if (result.ok && typeof result.values?.['hand_over'] === 'string') state.calledAt = now
}

/** Notes an emergency, a report or a death that this turn answers. */
export function noteLately(
  state: WithLately,
  { says, now }: { readonly says: readonly FlowSay[]; readonly now: Instant },
): void {
  for (const { flowId, say } of says) {
    if (flowId === 'report_fraud' || flowId === 'bereaved' || (flowId === 'emergency' && say.text === 'now'))
      state.lately = { about: flowId, at: now }
  }
}
