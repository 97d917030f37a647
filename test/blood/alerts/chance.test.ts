import { chanceOfAtLeast } from '../../../src/blood/alerts/chance'

describe('chanceOfAtLeast', () => {
  it.each([
    [0, [], 1],
    [1, [], 0],
    [1, [0.5], 0.5],
    [1, [0.5, 0.5], 0.75],
    [2, [0.5, 0.5], 0.25],
    [2, [0.5, 0.5, 0.5], 0.5],
    [2, [0.1, 0.2, 0.3], 0.098],
    [3, [1, 1, 1, 0.5], 1],
  ])('%i of %j', (wanted, chances, chance) => {
    expect(chanceOfAtLeast(wanted, chances)).toBeCloseTo(chance, 10)
  })
})
