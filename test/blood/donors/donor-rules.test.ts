import { ageProblem, restUntil, weightProblem } from '../../../src/blood/donors/donor-rules'

describe('the donor rules', () => {
  it.each([
    [17, false, 'too_young'],
    [18, true, undefined],
    [60, true, undefined],
    [61, true, 'too_old'],
    [61, false, undefined],
    [65, false, undefined],
    [66, false, 'too_old'],
  ])('at %i, first time %s: %s', (age, first, problem) => {
    expect(ageProblem(age, { first })).toBe(problem)
  })

  it.each([
    [44.9, 'underweight'],
    [45, undefined],
  ])('at %d kg: %s', (weight, problem) => {
    expect(weightProblem(weight)).toBe(problem)
  })

  it.each([
    ['2026-08-26', 'male', undefined],
    ['2026-08-27', 'male', '2026-11-25'],
    ['2026-08-27', 'female', '2026-12-25'],
    ['2026-08-27', 'other', '2026-12-25'],
    ['2026-07-27', 'female', undefined],
  ] as const)('whoever gave on %s (%s) rests, on 24 November 2026, until %s', (...row) => {
    const [given, sex, until] = row
    expect(restUntil(given, sex, '2026-11-24')).toBe(until)
  })
})
