import { percent, rightShare, score } from '../../src/cli/understanding-score'

describe('score', () => {
  it('counts values read right, read wrong and refused', () => {
    const result = score([
      { want: 'yes', got: 'yes' },
      { want: 'yes', got: 'no' },
      { want: 'yes', got: null },
      { want: null, got: null },
      { want: null, got: 'no' },
    ])
    expect(result).toEqual({ rows: 5, wanted: 3, right: 1, wrong: 2, traps: 2, refused: 1 })
  })

  it('judges an object slot by slot', () => {
    const result = score([
      { want: { units: 2, blood_group: 'B+' }, got: { units: 2, blood_group: 'B-', age: 7 } },
    ])
    expect(result).toMatchObject({ rows: 1, wanted: 2, right: 1, wrong: 2 })
  })
})

describe('shares', () => {
  it('have one decimal, and a dash for nothing', () => {
    expect([percent(1, 3), percent(0, 0)]).toEqual(['33.3', '-'])
  })

  it('count a refused trap as right', () => {
    const result = score([
      { want: 1, got: 1 },
      { want: null, got: null },
      { want: 2, got: 1 },
      { want: null, got: 1 },
    ])
    expect(rightShare(result)).toBe('50.0')
  })
})
