import { addDays, dateAt, instantOf } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import { quietUntil } from '../../base/quiet-hours'
import type { AlertCandidate } from './alert-candidate'
import type { AlertHistory } from './alert-history'
import type { AlertNeed } from './alert-need'
import type { AlertPolicy } from './alert-policy'
import { callList } from './call-list'
import { chanceOfAtLeast, Tally } from './chance'
import { chooseWave, type Choice, type Chosen } from './choose-wave'
import { learntRate, SHOW_AND_PASS_PRIOR, type Seen } from './learnt-rate'
import { stillHoped } from './reply-delay'
import { pledgesFor } from './reserve'
import { choosingAt, type Choosing } from './why-not-ask'

/** What to do for a request now. Plain JSON. */
export type WavePlan =
  /** Nobody is asked any more. `enough`: the places are taken; look again when one is free. */
  | { readonly next: 'stop'; readonly why: 'closed' | 'met' | 'enough' }
  /** Places are free, and these said yes before: ask them again, in this order. */
  | { readonly next: 'ask_standby'; readonly donorIds: readonly string[] }
  | ({ readonly next: 'wait'; readonly until: Instant; readonly why: WhyWait } & ForPerson)
  /** Ask these donors, and look again then, or at any answer before. */
  | ({ readonly next: 'wave'; readonly wave: number; readonly reviewAt: Instant } & Chosen & ForPerson)
  /** Only a person can go on: nobody is left to be asked, or there is no time for donors, or no table may decide. */
  | { readonly next: 'person'; readonly why: WhyPerson; readonly callList: readonly Choice[] }

export type WhyWait = 'quiet_hours' | 'answers_expected'
export type WhyPerson = 'by_hand' | 'too_late' | 'nobody_left'

interface ForPerson {
  /** So near to the end that a person telephones these too; absent: not yet. */
  readonly callList?: readonly Choice[]
}

export interface Planning {
  readonly history: AlertHistory
  readonly policy: AlertPolicy
  readonly now: Instant
  readonly timeZone: string
}

/** How many places a request opens with: enough pledges for its units at the rate that was learnt. */
export function placesFor(need: AlertNeed, { showAndPass }: { readonly showAndPass: Seen }): number {
  const rate = learntRate(SHOW_AND_PASS_PRIOR, showAndPass)
  return need.unitsLeft <= 0 ? 0 : pledgesFor(need.unitsLeft, rate, need.centre.intake)
}

/** What to do for a request now: whom to ask, how long to wait, or that a person has to go on. */
export function planWave(need: AlertNeed, donors: readonly AlertCandidate[], planning: Planning): WavePlan {
  const { history, policy, now, timeZone } = planning
  if (need.closed) return { next: 'stop', why: 'closed' }
  if (need.unitsLeft <= 0) return { next: 'stop', why: 'met' }
  const free = history.places - history.placesTaken
  if (free <= 0) return { next: 'stop', why: 'enough' }
  const asked = history.alerts.map(({ donorId }) => donorId)
  const choosing = choosingAt(now, timeZone, { need, policy, asked })
  const person = (why: WhyPerson): WavePlan => ({
    next: 'person',
    why,
    callList: callList(donors, choosing, history),
  })
  if (need.byHand) return { next: 'person', why: 'by_hand', callList: [] }
  const begins = nightAllowed(need, now) ? now : quietUntil(now, policy.quietHours, timeZone)
  if (dateAt(begins, timeZone) > need.mustGiveBy) return person('too_late')
  if (begins > now) return { next: 'wait', until: begins, why: 'quiet_hours' }
  if (history.standby.length > 0) return { next: 'ask_standby', donorIds: history.standby.slice(0, free) }
  return waveOrWait(donors, choosing, { ...planning, free }) ?? person('nobody_left')
}

/** Nothing when there is nobody to ask and nothing to hope for. */
function waveOrWait(
  donors: readonly AlertCandidate[],
  choosing: Choosing,
  { history, policy, now, timeZone, free }: Planning & { readonly free: number },
): WavePlan | undefined {
  const { need } = choosing
  const end = instantOf(addDays(need.mustGiveBy, 1), '00:00', timeZone)
  const urgent = end - now < policy.urgentMs
  const forPerson: ForPerson = urgent ? { callList: callList(donors, choosing, history) } : {}
  const wait = (until: Instant): WavePlan => ({ next: 'wait', until, why: 'answers_expected', ...forPerson })

  const last = history.alerts.at(-1)
  const earliest = last === undefined ? now : last.at + policy.lookAgainMs
  if (now < earliest) return wait(earliest)
  const hoped = history.alerts
    .filter(({ answered }) => !answered)
    .map((alert) => stillHoped(alert, now, policy.replies))
  const tally = new Tally(free)
  for (const chance of hoped) tally.add(chance)
  const lookAgain = now + policy.lookAgainMs
  if (tally.reached() >= policy.hopeChance) return wait(lookAgain)
  const chosen = chooseWave(donors, choosing, { tally, segments: history.segments, together: urgent })
  if (chosen.choices.length > 0)
    return { next: 'wave', wave: (last?.wave ?? 0) + 1, reviewAt: lookAgain, ...chosen, ...forPerson }
  return chanceOfAtLeast(1, hoped) >= policy.hopeChance ? wait(lookAgain) : undefined
}

function nightAllowed({ nightApproval }: AlertNeed, now: Instant): boolean {
  return nightApproval !== undefined && now < nightApproval.until
}
