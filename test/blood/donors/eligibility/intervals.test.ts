import { restedOn, restedOnByKind } from '../../../../src/blood/donors/eligibility/intervals'

describe('restedOn', () => {
  it.each([
    ['whole_blood', 'male', 'whole_blood', undefined, '2026-04-01'],
    ['whole_blood', 'female', 'whole_blood', undefined, '2026-05-01'],
    ['whole_blood', 'other', 'whole_blood', undefined, '2026-05-01'],
    ['whole_blood', 'male', 'platelet_apheresis', undefined, '2026-01-29'],
    ['whole_blood', 'female', 'plasma_apheresis', undefined, '2026-01-29'],
    ['platelet_apheresis', 'male', 'whole_blood', true, '2026-01-29'],
    ['platelet_apheresis', 'male', 'whole_blood', false, '2026-04-01'],
    ['plasma_apheresis', 'male', 'whole_blood', undefined, '2026-04-01'],
    ['platelet_apheresis', 'male', 'platelet_apheresis', true, '2026-01-03'],
  ] as const)('after %s (%s), %s (red cells returned: %s) from %s', (...row) => {
    const [given, sex, kind, redCellsReturned, date] = row
    const donation = { kind: given, on: '2026-01-01' }
    const donations = [redCellsReturned === undefined ? donation : { ...donation, redCellsReturned }]
    expect(restedOn(kind, sex, donations)).toBe(date)
  })

  it('minds the longest rest, not the last donation', () => {
    const donations = [
      { kind: 'platelet_apheresis', on: '2026-02-01', redCellsReturned: true },
      { kind: 'whole_blood', on: '2026-01-01' },
    ] as const
    expect(restedOn('whole_blood', 'female', donations)).toBe('2026-05-01')
  })

  it('allows two times of apheresis in a week', () => {
    const donations = [
      { kind: 'platelet_apheresis', on: '2026-01-01' },
      { kind: 'platelet_apheresis', on: '2026-01-04' },
    ] as const
    expect(restedOn('platelet_apheresis', 'male', donations)).toBe('2026-01-08')
  })

  it('allows 24 times of apheresis in a year', () => {
    const donations = Array.from({ length: 24 }, (_, nth) => {
      const month = String(1 + Math.floor(nth / 2)).padStart(2, '0')
      return { kind: 'plasma_apheresis', on: `2026-${month}-${nth % 2 === 0 ? '01' : '15'}` } as const
    })
    expect(restedOn('plasma_apheresis', 'male', donations)).toBe('2027-01-01')
    expect(restedOn('plasma_apheresis', 'male', donations.slice(1))).toBe('2026-12-17')
  })

  it('has nothing to wait for without a donation', () => {
    expect(restedOn('whole_blood', 'male', [])).toBeUndefined()
    expect(restedOnByKind('male', [])).toEqual({})
  })

  it('says the day for every kind at once', () => {
    expect(restedOnByKind('male', [{ kind: 'whole_blood', on: '2026-01-01' }])).toEqual({
      whole_blood: '2026-04-01',
      platelet_apheresis: '2026-01-29',
      plasma_apheresis: '2026-01-29',
    })
  })
})
