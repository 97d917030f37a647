import { dateAt } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import type { AlertNeed } from '../../blood/alerts/alert-need'
import { USUAL_POLICY } from '../../blood/alerts/alert-policy'
import { choosingAt, whyNotAsk, type WhyNotAsked } from '../../blood/alerts/why-not-ask'
import type { ActionDeps } from '../action/deps'
import { candidatesOf } from './candidates'

/** What kept others from being asked does not hold for somebody who was: the night holds the message itself. */
const OF_A_CHOICE: ReadonlySet<WhyNotAsked> = new Set([
  'asked_already',
  'asked_this_week',
  'asked_this_month',
  'night',
])

/** Of these donors, who were chosen before, those who may be asked now: much can have happened to a donor since. */
export async function mayBeAsked(
  donorIds: readonly string[],
  { need, now }: { readonly need: AlertNeed; readonly now: Instant },
  deps: ActionDeps,
): Promise<ReadonlySet<string>> {
  const { stores, timeZone } = deps
  if (dateAt(now, timeZone) > need.mustGiveBy) return new Set()
  const found = await Promise.all(donorIds.map((id) => stores.donors.get(id)))
  const donors = found.filter((donor) => donor !== undefined)
  // The word for a group that needs one was given when the donor was asked.
  const choosing = choosingAt(now, timeZone, {
    need: { ...need, onWord: true },
    policy: USUAL_POLICY,
    asked: [],
  })
  const candidates = await candidatesOf(donors, now, deps)
  const may = candidates.filter((donor) => whyNotAsk(donor, choosing, OF_A_CHOICE) === undefined)
  return new Set(may.map(({ donorId }) => donorId))
}
