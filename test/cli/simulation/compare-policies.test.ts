import { scorePolicy } from '../../../src/cli/simulation/compare-policies'
import { POLICIES } from '../../../src/cli/simulation/policies'

/** Small enough for every run of the tests, large enough that chance does not decide. */
const EXPERIMENT = { seeds: [1, 2, 3, 4, 5, 6, 7, 8], donors: 2000, requests: 3 }

function scoreOf(name: string) {
  const policy = POLICIES.find((one) => one.name === name)
  if (!policy) throw new Error(`no policy is called ${name}`)
  return scorePolicy(policy, EXPERIMENT)
}

describe('our alerts, against asking everybody at once', () => {
  const ours = scoreOf('ours')
  const all = scoreOf('ask all, keep places')

  it('disturb at most a fifth of the people for each unit', () => {
    expect(ours.askedPerUnit).toBeLessThanOrEqual(all.askedPerUnit / 5)
  })

  it('fill as many requests', () => {
    expect(ours.filled).toBeGreaterThanOrEqual(all.filled)
  })

  it('take at most one and a half times as long', () => {
    expect(ours.medianMinutes).toBeLessThanOrEqual(all.medianMinutes * 1.5)
  })

  it('spread the burden: hardly anybody is asked twice', () => {
    expect(ours.alertsPerAskedDonor).toBeLessThan(1.1)
    expect(all.alertsPerAskedDonor).toBeGreaterThan(ours.alertsPerAskedDonor)
  })

  it('let hardly anybody set out in vain, as happens where everybody who says yes comes', () => {
    expect(ours.inVainPerRequest).toBeLessThan(2)
    expect(scoreOf('ask all').inVainPerRequest).toBeGreaterThan(10)
  })

  it('come to the same each time', () => {
    const once = { ...EXPERIMENT, seeds: [5] }
    const [policy] = POLICIES
    expect(policy && scorePolicy(policy, once)).toEqual(policy && scorePolicy(policy, once))
  })
})
