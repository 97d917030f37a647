import { addDays, dateAt, instantOf, isDate, sundayAfter, timeAt } from '../../src/base/calendar'

const ZONE = 'Asia/Kolkata'

describe('the calendar', () => {
  it('begins a new day at local midnight', () => {
    const midnight = Date.UTC(2026, 0, 25, 18, 30)
    expect([dateAt(midnight - 1, ZONE), dateAt(midnight, ZONE)]).toEqual(['2026-01-25', '2026-01-26'])
    expect([timeAt(midnight - 1, ZONE), timeAt(midnight, ZONE)]).toEqual(['23:59', '00:00'])
  })

  it('finds the instant of a local day and time', () => {
    expect(instantOf('2026-01-26', '09:00', ZONE)).toBe(Date.UTC(2026, 0, 26, 3, 30))
  })

  it('counts days over the ends of months and years', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  })

  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['24.11.2026', false],
    ['', false],
  ])('tells whether "%s" is a day: %s', (text, expected) => {
    expect(isDate(text)).toBe(expected)
  })

  it.each([
    ['2026-11-24', 1, '2026-11-29'],
    ['2026-11-24', 3, '2026-12-13'],
    ['2026-11-28', 1, '2026-11-29'],
    ['2026-11-29', 1, '2026-12-06'],
  ])('from %s the Sunday number %i is %s', (date, n, sunday) => {
    expect(sundayAfter(date, n)).toBe(sunday)
  })
})
