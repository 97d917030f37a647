import { addDays, instantOf } from '../../base/calendar'
import type { CalendarDate, Instant } from '../../base/clock'
import { DAY } from '../../base/clock'
import { seededRandom } from '../../base/seeded-random'
import type { AlertCandidate } from '../../blood/alerts/alert-candidate'
import type { AlertNeed } from '../../blood/alerts/alert-need'
import { buildCity, CENTRE } from './city'
import { diceOf, type Dice } from './dice'
import type { Policy } from './policies'
import { RequestRun, TIME_ZONE, type Outcome } from './run-request'
import { GROUP_SHARES } from './world'

export interface Experiment {
  readonly seeds: readonly number[]
  readonly donors: number
  /** Requests in each city, one a day. */
  readonly requests: number
}

/** What a policy came to over all seeds. */
export interface Score {
  readonly policy: string
  readonly requests: number
  readonly askedPerUnit: number
  /** Minutes; of those that were filled. */
  readonly medianMinutes: number
  readonly slowTenthMinutes: number
  readonly filled: number
  readonly inVainPerRequest: number
  /** Of the donors who were asked at all: alerts each. */
  readonly alertsPerAskedDonor: number
  /** Minutes from the first alert to the last unit, of every filled request, shortest first. */
  readonly filledMinutes: readonly number[]
}

const FIRST_DAY: CalendarDate = '2026-11-02'
const NOTHING_LEARNT = { segments: {}, showAndPass: { of: 0, yes: 0 } }

/** The policy's score: every policy meets the same cities and requests. */
export function scorePolicy(policy: Policy, { seeds, donors, requests }: Experiment): Score {
  const outcomes: Outcome[] = []
  let alerts = 0
  let askedDonors = 0
  for (const seed of seeds) {
    const city = playCity(policy, { seed, donors, requests })
    outcomes.push(...city)
    alerts += sum(city.map(({ asked }) => asked.length))
    askedDonors += new Set(city.flatMap(({ asked }) => asked)).size
  }
  const minutes = outcomes
    .flatMap(({ filledAfterMs }) => (filledAfterMs === undefined ? [] : [filledAfterMs / 60_000]))
    .sort((a, b) => a - b)
  return {
    policy: policy.name,
    requests: outcomes.length,
    askedPerUnit: alerts / sum(outcomes.map(({ given }) => given)),
    medianMinutes: minutes[Math.floor(minutes.length / 2)] ?? NaN,
    slowTenthMinutes: minutes[Math.floor(minutes.length * 0.9)] ?? NaN,
    filled: minutes.length / outcomes.length,
    inVainPerRequest: sum(outcomes.map(({ inVain }) => inVain)) / outcomes.length,
    alertsPerAskedDonor: alerts / askedDonors,
    filledMinutes: minutes,
  }
}

function playCity(
  policy: Policy,
  { seed, donors, requests }: { readonly seed: number; readonly donors: number; readonly requests: number },
): readonly Outcome[] {
  const city = buildCity(donors, FIRST_DAY, diceOf(seededRandom(seed)))
  const needs = diceOf(seededRandom(seed + 1_000_003))
  return Array.from({ length: requests }, (_, day) => {
    const date = addDays(FIRST_DAY, day)
    const need = drawNeed(`r${seed}-${day}`, addDays(date, 1), needs)
    const dice = diceOf(seededRandom(seed * 7919 + day))
    const from = instantOf(date, '10:00', TIME_ZONE)
    const run = new RequestRun(need, { donors: city, learnt: NOTHING_LEARNT }, { policy, dice })
    const outcome = run.play(from)
    remember(city, outcome, from)
    return outcome
  })
}

/** One unit or two, for a patient of a group as frequent as it is. */
function drawNeed(requestId: string, mustGiveBy: CalendarDate, dice: Dice): AlertNeed {
  return {
    requestId,
    patientId: `patient of ${requestId}`,
    requesterIds: [],
    component: 'packed_red_cells',
    group: dice.oneOf(GROUP_SHARES),
    unitsLeft: dice.happens(0.5) ? 1 : 2,
    mustGiveBy,
    centre: { name: 'GSVM Medical College', point: CENTRE },
    byHand: false,
    onWord: false,
    closed: false,
  }
}

/** Who was asked is tired for a while. */
function remember(city: AlertCandidate[], { asked }: Outcome, at: Instant): void {
  const disturbed = new Set(asked)
  for (const [index, donor] of city.entries()) {
    if (!disturbed.has(donor.donorId)) continue
    const lately = [...donor.asked.lately, at].filter((one) => one > at - 30 * DAY)
    const alerts = donor.asked.alerts + 1
    city[index] = { ...donor, asked: { ...donor.asked, lately, lastAt: at, alerts } }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
