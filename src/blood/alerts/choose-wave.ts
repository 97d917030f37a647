import type { Channel } from '../../base/channel'
import { fitOf, type Fit } from '../groups/compatibility'
import type { AlertCandidate } from './alert-candidate'
import type { AlertHistory } from './alert-history'
import type { AlertNeed } from './alert-need'
import type { Step, StepName } from './alert-policy'
import type { Tally } from './chance'
import { kilometresBetween } from './distance'
import { rankDonors, scored, type Ranked, type ScoreParts } from './rank-donors'
import { chanceOfYes, partOfDay } from './segment'
import { whyNotAsk, type Choosing, type WhyNotAsked } from './why-not-ask'

/** A donor to be asked, and why this one: stored with the alert. */
export interface Choice {
  readonly donorId: string
  readonly channel: Channel
  readonly step: StepName
  readonly fit: Fit
  readonly km: number
  /** Of saying yes. */
  readonly chance: number
  readonly score: number
  readonly parts: ScoreParts
}

/** How many donors were not asked, by reason. */
export type PassedOver = { readonly [reason in WhyNotAsked]?: number }

export interface Chosen {
  readonly choices: readonly Choice[]
  readonly passedOver: PassedOver
  /** Whether this is as many as wanted: further donors would change nothing. */
  readonly enough: boolean
}

interface Near {
  readonly donor: AlertCandidate
  readonly km: number
  readonly fit: Fit
}

/**
 * The donors to ask now: ring by ring, the best of each first, until the places are said yes to with the chance the
 * policy wants. `tally` knows what is hoped from alerts that are still open. `together`: no ring waits for another.
 */
export function chooseWave(
  donors: readonly AlertCandidate[],
  choosing: Choosing,
  wave: { readonly tally: Tally; readonly segments: AlertHistory['segments']; readonly together: boolean },
): Chosen {
  const { policy } = choosing
  const { near, passedOver } = sift(donors, choosing)
  const choices: Choice[] = []
  const taken = new Set<string>()
  for (const step of policy.steps) {
    const ring = near.filter((one) => !taken.has(one.donor.donorId) && inRing(one, step, choosing.need))
    if (ring.length === 0) continue
    if (step.apart && choices.length > 0 && !wave.together) break
    for (const choice of rankedRing(ring, step, { choosing, segments: wave.segments })) {
      if (choices.length >= policy.mostAtOnce || wave.tally.reached() >= policy.waveChance)
        return { choices, passedOver, enough: true }
      choices.push(choice)
      taken.add(choice.donorId)
      wave.tally.add(choice.chance)
    }
  }
  return { choices, passedOver, enough: false }
}

/** The ring's donors as choices, best first. */
export function rankedRing(
  ring: readonly Near[],
  step: Step,
  { choosing, segments }: { readonly choosing: Choosing; readonly segments: AlertHistory['segments'] },
): readonly Choice[] {
  const ranked = ring.map(({ donor, km }) =>
    scored({ donor, km, chance: chanceOf(donor, step, { choosing, segments }) }, step, choosing),
  )
  return rankDonors(ranked, choosing.need.requestId).map((one) => choiceOf(one, step, choosing.need))
}

/** Donors who may be asked, with their distance; the others only counted. */
export function sift(
  donors: readonly AlertCandidate[],
  choosing: Choosing,
  ignoring: ReadonlySet<WhyNotAsked> = new Set(),
): { readonly near: readonly Near[]; readonly passedOver: PassedOver } {
  const near: Near[] = []
  const passedOver: { [reason in WhyNotAsked]?: number } = {}
  const farthest = Math.max(...choosing.policy.steps.map(({ withinKm = 0 }) => withinKm))
  for (const donor of donors) {
    const fit = fitOf(choosing.need.component, donor.group, choosing.need.group)
    const km = kilometres(donor, choosing)
    const far = km > farthest && !donor.bridgeOf.includes(choosing.need.patientId)
    const why = whyNotAsk(donor, choosing, ignoring) ?? (far ? 'too_far' : undefined)
    if (why !== undefined) passedOver[why] = (passedOver[why] ?? 0) + 1
    else if (fit !== undefined) near.push({ donor, km, fit })
  }
  return { near, passedOver }
}

function kilometres({ point }: AlertCandidate, { need, policy }: Choosing): number {
  const { point: centre } = need.centre
  return point && centre ? Math.round(kilometresBetween(point, centre) * 10) / 10 : policy.assumedKm
}

/** Whether the donor belongs to the step's ring. */
export function inRing({ donor, km, fit }: Near, step: Step, need: AlertNeed): boolean {
  if (step.bridge && !donor.bridgeOf.includes(need.patientId)) return false
  return step.fits.includes(fit) && (step.withinKm === undefined || km <= step.withinKm)
}

function chanceOf(
  { asked, channels }: AlertCandidate,
  step: Step,
  { choosing, segments }: { readonly choosing: Choosing; readonly segments: AlertHistory['segments'] },
): number {
  const who = step.bridge ? 'bridge' : 'donor'
  const segment = `${who}:${channels[0] ?? 'whatsapp'}:${partOfDay(choosing.time)}` as const
  return chanceOfYes(segment, segments, { of: asked.alerts, yes: asked.yes })
}

function choiceOf({ donor, ...rest }: Ranked, step: Step, need: AlertNeed): Choice {
  const [channel] = donor.channels
  const fit = fitOf(need.component, donor.group, need.group)
  if (channel === undefined || fit === undefined) throw new Error('a donor was chosen who cannot be asked')
  return { donorId: donor.donorId, channel, step: step.name, fit, ...rest }
}
