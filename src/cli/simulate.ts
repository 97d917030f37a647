import { parseArgs } from 'node:util'
import { scorePolicy, type Score } from './simulation/compare-policies'
import { POLICIES } from './simulation/policies'

/**
 * Compares ways to find donors in a simulated city: `simulate [--seeds 1000] [--seed 1] [--donors 3000] [--requests 4]`.
 * The same seed gives the same table.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      donors: { type: 'string', default: '3000' },
      requests: { type: 'string', default: '4' },
    },
  })
  const first = Number(values.seed)
  const seeds = Array.from({ length: Number(values.seeds) }, (_, nth) => first + nth)
  const experiment = { seeds, donors: Number(values.donors), requests: Number(values.requests) }
  console.table(POLICIES.map((policy) => row(scorePolicy(policy, experiment))))
}

function row(score: Score) {
  return {
    policy: score.policy,
    requests: score.requests,
    'asked per unit': round(score.askedPerUnit),
    'median minutes': round(score.medianMinutes),
    'slowest tenth': round(score.slowTenthMinutes),
    'filled %': round(score.filled * 100),
    'came in vain': round(score.cameInVainPerRequest),
    'alerts per asked donor': round(score.alertsPerAskedDonor),
  }
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}

main()
