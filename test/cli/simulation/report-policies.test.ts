import { plotFilled } from '../../../src/cli/simulation/plot-filled'
import { POLICIES } from '../../../src/cli/simulation/policies'
import { reportPolicies, table } from '../../../src/cli/simulation/report-policies'

const SCORES = POLICIES.map(({ name }, nth) => ({
  policy: name,
  requests: 4,
  askedPerUnit: 400 / (nth + 1),
  medianMinutes: 20 + nth * 10,
  slowTenthMinutes: 90,
  filled: 0.75,
  inVainPerRequest: nth === 0 ? 40 : 0,
  alertsPerAskedDonor: 1,
  filledMinutes: [20, 40, 80],
}))

describe('the page on alerts', () => {
  it('has a line for each policy', () => {
    expect(table(SCORES).split('\n')).toHaveLength(2 + POLICIES.length)
    expect(table(SCORES)).toContain('| ours | 100 | 50 | 90 | 75.0 % | 0.0 | 1.00 |')
  })

  it('says how ours compares, also where it is slower', () => {
    const page = reportPolicies(SCORES, { seeds: [1, 2], donors: 300, requests: 2 }, 'plot.svg')
    expect(page).toContain('disturbs 2.0 times as many people')
    expect(page).toContain('our median time is 1.67 times')
    expect(page).toContain('our median is 2.50 times theirs')
    expect(page).toContain('2 cities of 300 donors')
    expect(page).toContain('(plot.svg)')
  })
})

describe('plotFilled', () => {
  it('draws a line for each policy, rising to the share that is filled', () => {
    const svg = plotFilled(SCORES)
    const lines = [...svg.matchAll(/points="([^"]+)"/g)].map(([, points]) => points?.split(' ') ?? [])
    expect(lines).toHaveLength(POLICIES.length)
    const heights = (lines[0] ?? []).map((point) => Number(point.split(',')[1]))
    expect(heights[0]).toBe(355)
    expect(heights.at(-1)).toBeCloseTo(355 - 0.75 * 335, 1)
    expect([...heights].sort((a, b) => b - a)).toEqual(heights)
  })
})
