import { monthOf, readPeriod } from '../../../src/conversation/donations/read-period'

const TODAY = '2026-11-24'

describe('readPeriod', () => {
  it.each([
    ['April', '2026-04-01', '2026-04-30'],
    ['अप्रैल', '2026-04-01', '2026-04-30'],
    ['aprail 2021', '2021-04-01', '2021-04-30'],
    ['December', '2025-12-01', '2025-12-31'],
    ['November', '2026-11-01', '2026-11-30'],
    ['Feb 2024', '2024-02-01', '2024-02-29'],
    ['April June 2021', '2021-04-01', '2021-06-30'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['2021-04-01 2021-06-30', '2021-04-01', '2021-06-30'],
    ['30.6.2021 - 1.4.2021', '2021-04-01', '2021-06-30'],
    ['१/४/२०२१', '2021-04-01', '2021-04-01'],
  ])('reads %j', (text, from, to) => {
    expect(readPeriod(text, TODAY)).toEqual({ period: { from, to }, numbers: [] })
  })

  it.each(['', 'GSVM', '12', '2021-02-30', '1.4.2021 2.4.2021 3.4.2021'])('reads nothing in %j', (text) => {
    expect(readPeriod(text, TODAY)).toBeUndefined()
  })

  it('leaves the other numbers', () => {
    expect(readPeriod('April 2021 12', TODAY)?.numbers).toEqual([12])
    expect(readPeriod('1.4.2021 30.6.2021 40', TODAY)?.numbers).toEqual([40])
  })
})

it.each([
  ['2026-02-11', '2026-02-01', '2026-02-28'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
])('monthOf %s goes from %s to %s', (day, from, to) => {
  expect(monthOf(day)).toEqual({ from, to })
})
