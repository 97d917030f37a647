import { DAY } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { daysRested } from '../donors/eligibility/intervals'
import type { AlertCandidate } from './alert-candidate'
import type { Step } from './alert-policy'
import type { Choosing } from './why-not-ask'

/** Why a donor stands where: each part from 0 to 1, stored with the alert. */
export interface ScoreParts {
  /** How near to the centre. */
  readonly near: number
  /** How likely a yes is, by this donor's own record. */
  readonly answers: number
  /** How long ago this donor was last asked; 1 when never. */
  readonly fair: number
  /** For how long this donor could have given again. */
  readonly rested: number
}

/** What counts for how much. Standing donors take turns: there rest decides. */
const WEIGHTS: { readonly [of in 'bridge' | 'others']: ScoreParts } = {
  bridge: { near: 0, answers: 0.1, fair: 0.3, rested: 0.6 },
  others: { near: 0.35, answers: 0.25, fair: 0.25, rested: 0.15 },
}

/** At this distance nearness counts half. */
const HALF_NEAR_KM = 5
/** Longer than this since the last alert, or since being rested, makes no difference any more. */
const LONG_DAYS = 180
/** Two alerts without any answer: somebody may have left, or had enough. */
const SILENT = { alerts: 2, factor: 0.5 }

export interface Ranked {
  readonly donor: AlertCandidate
  readonly km: number
  /** Of saying yes. */
  readonly chance: number
  readonly score: number
  readonly parts: ScoreParts
}

/** A donor with its score for the step. */
export function scored(
  { donor, km, chance }: Pick<Ranked, 'donor' | 'km' | 'chance'>,
  step: Step,
  choosing: Choosing,
): Ranked {
  const parts = partsOf(donor, { km, chance }, choosing)
  const weights = step.bridge ? WEIGHTS.bridge : WEIGHTS.others
  const score = (Object.keys(weights) as (keyof ScoreParts)[]).reduce(
    (sum, part) => sum + weights[part] * parts[part],
    0,
  )
  return { donor, km, chance, score: rounded(score), parts }
}

/** Best first. Of equals, each request has an order of its own, so that nobody is always the last. */
export function rankDonors(donors: readonly Ranked[], requestId: string): readonly Ranked[] {
  const lot = new Map<string, string>()
  const lotOf = ({ donor }: Ranked): string => {
    const drawn = lot.get(donor.donorId) ?? keyedId(`${requestId} ${donor.donorId}`)
    lot.set(donor.donorId, drawn)
    return drawn
  }
  return [...donors].sort((a, b) => b.score - a.score || (lotOf(a) < lotOf(b) ? -1 : 1))
}

function partsOf(
  donor: AlertCandidate,
  { km, chance }: Pick<Ranked, 'km' | 'chance'>,
  choosing: Choosing,
): ScoreParts {
  const { silentInARow, lastAt } = donor.asked
  const silent = silentInARow >= SILENT.alerts ? SILENT.factor : 1
  const idleDays = lastAt === undefined ? LONG_DAYS : (choosing.now - lastAt) / DAY
  return {
    near: rounded(HALF_NEAR_KM / (HALF_NEAR_KM + km)),
    answers: rounded(Math.min(1, chance * 2) * silent),
    fair: rounded(Math.min(1, idleDays / LONG_DAYS)),
    rested: rounded(Math.min(1, daysRested(choosing.kind, donor, choosing.today) / LONG_DAYS)),
  }
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000
}
