import type { AlertCandidate } from '../../blood/alerts/alert-candidate'
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
  const from = keyedId(`${need.requestId} ${planning.history.alerts.length}`)
  const around = donorsAround(need, { donors: deps.stores.donors, policy: planning.policy, from })
  while (wantsMore(plan, planning) && looked.length < MOST_LOOKED_AT) {
    const next = await around.next()
    if (next.done) break
    looked.push(...(await candidatesOf(next.value, planning.now, deps)))
    plan = planWave(need, looked, planning)
  }
  return plan
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
