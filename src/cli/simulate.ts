import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { scorePolicy } from './simulation/compare-policies'
import { plotFilled } from './simulation/plot-filled'
import { POLICIES } from './simulation/policies'
import { reportPolicies, table } from './simulation/report-policies'

const PLOT = 'alerts-filled.svg'

/**
 * Compares ways to find donors in simulated cities: `simulate [--seeds 1000] [--seed 1] [--donors 3000] [--requests 4]`.
 * With `--out docs` it writes the page and its picture there. The same seeds give the same result.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      donors: { type: 'string', default: '3000' },
      requests: { type: 'string', default: '4' },
      out: { type: 'string' },
    },
  })
  const first = whole('seed', values.seed)
  const seeds = Array.from({ length: whole('seeds', values.seeds) }, (_, nth) => first + nth)
  const donors = whole('donors', values.donors)
  const experiment = { seeds, donors, requests: whole('requests', values.requests) }
  const scores = POLICIES.map((policy) => scorePolicy(policy, experiment))
  console.log(table(scores))
  if (values.out === undefined) return
  writeFileSync(join(values.out, 'alerts.md'), reportPolicies(scores, experiment, PLOT))
  writeFileSync(join(values.out, PLOT), plotFilled(scores))
}

function whole(option: string, value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${option} ${value}: give a whole number from 1 on`)
  return number
}

main()
