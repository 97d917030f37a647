import type { AlertCandidate } from '../../blood/alerts/alert-candidate'
import { segmentCounts } from '../../blood/alerts/alert-records'
import { planWave, type Planning, type WavePlan } from '../../blood/alerts/plan-wave'
import { keyedId } from '../../base/keyed-id'
import type { ActionDeps } from '../action/deps'
import type { AskedFor } from './alert-need'
import { candidatesOf } from './candidates'
import { donorsAround } from './donors-around'

/** So many donors are looked at for one wave. Of more than these a good wave can be chosen at the next look. */
const MOST_LOOKED_AT = 5_000

/** What to do now, with no more donors read than that needs: none where the hour or the places decide. */
export async function chooseDonors(
  { need }: AskedFor,
  planning: Planning,
  deps: ActionDeps,
): Promise<WavePlan> {
  const looked: AlertCandidate[] = []
  let plan = planWave(need, looked, planning)
  if (!wantsMore(plan, planning)) return plan
  const learnt = await withLearnt(planning, deps)
  plan = planWave(need, looked, learnt)
  const from = keyedId(`${need.requestId} ${planning.history.alerts.length}`)
  const around = donorsAround(need, { donors: deps.stores.donors, policy: planning.policy, from })
  while (wantsMore(plan, planning) && looked.length < MOST_LOOKED_AT) {
    const next = await around.next()
    if (next.done) break
    looked.push(...(await candidatesOf(next.value, planning.now, deps)))
    plan = planWave(need, looked, learnt)
  }
  return plan
}

/** Chances of a yes are learnt from so many of the newest alerts. */
const LEARNT_FROM = 2_000

async function withLearnt(planning: Planning, { stores, timeZone }: ActionDeps): Promise<Planning> {
  const segments = segmentCounts(await stores.alerts.latest(LEARNT_FROM), planning.now, timeZone)
  return { ...planning, history: { ...planning.history, segments } }
}

/** Whether further donors could change the plan. */
function wantsMore(plan: WavePlan, { policy }: Planning): boolean {
  switch (plan.next) {
    case 'wave':
      return !plan.enough
    case 'person':
      return plan.why === 'nobody_left'
    case 'wait':
      return plan.callList !== undefined && plan.callList.length < policy.callList
    default:
      return false
  }
}
