import type { Instant } from '../../base/clock'
import type { AlertCandidate } from '../../blood/alerts/alert-candidate'
import type { AlertHistory } from '../../blood/alerts/alert-history'
import type { AlertNeed } from '../../blood/alerts/alert-need'
import { USUAL_POLICY } from '../../blood/alerts/alert-policy'
import { sift } from '../../blood/alerts/choose-wave'
import { planWave } from '../../blood/alerts/plan-wave'
import { choosingAt } from '../../blood/alerts/why-not-ask'

/** What a policy sees of a request. */
export interface View {
  readonly need: AlertNeed
  readonly donors: readonly AlertCandidate[]
  readonly history: AlertHistory
  readonly now: Instant
  readonly timeZone: string
}

export interface Asking {
  readonly donors: readonly { readonly donorId: string; readonly chance: number }[]
  readonly standby?: readonly string[]
  /** When to look again; absent: only when a place becomes free. */
  readonly lookAt?: Instant
}

/** A way to find donors. */
export interface Policy {
  readonly name: string
  /** Only so many yes are confirmed as the request has places; else everybody who says yes comes. */
  readonly keepsPlaces: boolean
  look(view: View): Asking
}

const NOBODY: Asking = { donors: [] }
const FIXED_WAVE = { donors: 20, everyMs: 15 * 60_000 }

export const POLICIES: readonly [Policy, Policy, Policy, Policy] = [
  { name: 'ask all', keepsPlaces: false, look: askAll },
  { name: 'ask all, keep places', keepsPlaces: true, look: askAll },
  { name: 'nearest 20 every 15 min', keepsPlaces: true, look: nearestTwenty },
  { name: 'ours', keepsPlaces: true, look: ours },
]

/** Everybody of the group who may give, at once, without fatigue caps; then who said yes before, if places are free. */
function askAll(view: View): Asking {
  const { history } = view
  if (history.alerts.length === 0) return { donors: nearest(view).map(plain) }
  return { donors: [], standby: history.standby.slice(0, history.places - history.placesTaken) }
}

function nearestTwenty(view: View): Asking {
  const { need, history, now } = view
  if (need.unitsLeft <= 0 || history.placesTaken >= history.places) return NOBODY
  const donors = nearest(view).slice(0, FIXED_WAVE.donors).map(plain)
  return { donors, lookAt: now + FIXED_WAVE.everyMs }
}

function ours({ need, donors, history, now, timeZone }: View): Asking {
  const plan = planWave(need, donors, { history, policy: USUAL_POLICY, now, timeZone })
  switch (plan.next) {
    case 'wave':
      return { donors: plan.choices, lookAt: plan.reviewAt }
    case 'wait':
      return { donors: [], lookAt: plan.until }
    case 'ask_standby':
      return { donors: [], standby: plan.donorIds, lookAt: now + USUAL_POLICY.lookAgainMs }
    case 'stop':
    case 'person':
      return NOBODY
  }
}

/** Donors of the own group who may be asked, nearest first, without fatigue caps. */
function nearest({ need, donors, history, now, timeZone }: View): readonly AlertCandidate[] {
  const policy = { ...USUAL_POLICY, fatigue: [] }
  const asked = history.alerts.map(({ donorId }) => donorId)
  const { near } = sift(donors, choosingAt(now, timeZone, { need, policy, asked }))
  const own = near.filter(({ fit }) => fit === 'identical')
  return own.sort((a, b) => a.km - b.km).map(({ donor }) => donor)
}

function plain({ donorId }: AlertCandidate) {
  return { donorId, chance: 0.1 }
}
