import { daysRested, restedOn, restedOnByKind } from '../../../../src/blood/donors/eligibility/intervals'

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
    expect(restedOn(kind, { sex: sex, donations: donations })).toBe(date)
  })

  it('minds the longest rest, not the last donation', () => {
    const donations = [
      { kind: 'platelet_apheresis', on: '2026-02-01', redCellsReturned: true },
      { kind: 'whole_blood', on: '2026-01-01' },
    ] as const
    expect(restedOn('whole_blood', { sex: 'female', donations: donations })).toBe('2026-05-01')
  })

  it('allows two times of apheresis in a week', () => {
    const donations = [
      { kind: 'platelet_apheresis', on: '2026-01-01' },
      { kind: 'platelet_apheresis', on: '2026-01-04' },
    ] as const
    expect(restedOn('platelet_apheresis', { sex: 'male', donations: donations })).toBe('2026-01-08')
  })

  it('allows 24 times of apheresis in a year', () => {
    const donations = Array.from({ length: 24 }, (_, nth) => {
      const month = String(1 + Math.floor(nth / 2)).padStart(2, '0')
      return { kind: 'plasma_apheresis', on: `2026-${month}-${nth % 2 === 0 ? '01' : '15'}` } as const
    })
    expect(restedOn('plasma_apheresis', { sex: 'male', donations: donations })).toBe('2027-01-01')
    expect(restedOn('plasma_apheresis', { sex: 'male', donations: donations.slice(1) })).toBe('2026-12-17')
  })

  it('has nothing to wait for without a donation', () => {
    expect(restedOn('whole_blood', { sex: 'male', donations: [] })).toBeUndefined()
    expect(restedOnByKind({ sex: 'male', donations: [] })).toEqual({})
  })

  it('says the day for every kind at once', () => {
    expect(restedOnByKind({ sex: 'male', donations: [{ kind: 'whole_blood', on: '2026-01-01' }] })).toEqual({
      whole_blood: '2026-04-01',
      platelet_apheresis: '2026-01-29',
      plasma_apheresis: '2026-01-29',
    })
  })
})

describe('daysRested', () => {
  it.each([
    ['2026-04-01', 0],
    ['2026-04-11', 10],
    ['2026-03-31', -1],
  ])('on %s is %i', (today, days) => {
    const gave = { sex: 'male', donations: [{ kind: 'whole_blood', on: '2026-01-01' }] } as const
    expect(daysRested('whole_blood', gave, today)).toBe(days)
  })

  it('is for ever without a donation', () => {
    expect(daysRested('whole_blood', { sex: 'female', donations: [] }, '2026-01-01')).toBe(Infinity)
  })
})
