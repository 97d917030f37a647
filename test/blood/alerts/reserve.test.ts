import { chanceOfAtLeast } from '../../../src/blood/alerts/chance'
import { pledgesFor } from '../../../src/blood/alerts/reserve'

describe('pledgesFor', () => {
  it.each([
    [1, 0.55, 3],
    [2, 0.55, 6],
    [3, 0.55, 8],
    [1, 0.9, 1],
    [1, 1, 1],
    [2, 0.75, 4],
    [1, 0.25, 9],
  ])('for %i units at %d', (units, rate, pledges) => {
    expect(pledgesFor(units, rate)).toBe(pledges)
    expect(chanceOfAtLeast(units, Array<number>(pledges).fill(rate))).toBeGreaterThanOrEqual(0.9)
    expect(chanceOfAtLeast(units, Array<number>(pledges - 1).fill(rate))).toBeLessThan(0.9)
  })

  it('stays within what the centre can take', () => {
    expect(pledgesFor(2, 0.55, 4)).toBe(4)
    expect(pledgesFor(2, 0.55, 40)).toBe(6)
  })

  it('does not ask half a city where nobody shows up', () => {
    expect(pledgesFor(1, 0.001)).toBe(10)
  })
})
