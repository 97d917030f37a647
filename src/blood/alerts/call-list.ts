import type { AlertCandidate } from './alert-candidate'
import type { AlertHistory } from './alert-history'
import { inRing, rankedRing, sift, type Choice } from './choose-wave'
import type { Choosing, WhyNotAsked } from './why-not-ask'

/** A person who telephones may reach whom a message did not, and is not bound by what messages are. */
const NOT_MINDED: ReadonlySet<WhyNotAsked> = new Set(['asked_this_week', 'asked_this_month', 'night'])

/** What came of a call, in one word. */
export const CALL_OUTCOMES = ['coming', 'no', 'later', 'unreachable', 'wrong_number'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** The next donors for a person to telephone: who has not answered an alert of this request, or got none. */
export function callList(
  donors: readonly AlertCandidate[],
  choosing: Choosing,
  { alerts, segments, standby }: Pick<AlertHistory, 'alerts' | 'segments' | 'standby'>,
): readonly Choice[] {
  const answered = alerts.filter((alert) => alert.answered).map(({ donorId }) => donorId)
  const calling = { ...choosing, askedAlready: new Set([...answered, ...standby]) }
  const { near } = sift(donors, calling, NOT_MINDED)
  const list: Choice[] = []
  for (const step of choosing.policy.steps) {
    const ring = near.filter(
      (one) => list.every(({ donorId }) => donorId !== one.donor.donorId) && inRing(one, step, choosing.need),
    )
    list.push(...rankedRing(ring, step, { choosing: calling, segments }))
    if (list.length >= choosing.policy.callList) break
  }
  return list.slice(0, choosing.policy.callList)
}
