import { canStillBeGivenFor, donorsMustGiveBy } from '../../../src/blood/requests/donors-must-give-by'

describe('donorsMustGiveBy', () => {
  it.each([
    ['2026-11-26', undefined, '2026-11-25'],
    ['2026-11-26', 0, '2026-11-26'],
    ['2026-12-01', 3, '2026-11-28'],
  ])('for blood needed by %s with %s days of processing is %s', (neededBy, days, mustGiveBy) => {
    expect(donorsMustGiveBy({ neededBy }, days)).toBe(mustGiveBy)
  })
})

describe('canStillBeGivenFor', () => {
  // 23:30 in Kanpur on the 25th is 18:00 UTC.
  it.each([
    ['2026-11-25', Date.UTC(2026, 10, 25, 18), true],
    ['2026-11-25', Date.UTC(2026, 10, 25, 18, 30), false],
  ])('%s at %d: %s', (mustGiveBy, now, still) => {
    expect(canStillBeGivenFor(mustGiveBy, now, 'Asia/Kolkata')).toBe(still)
  })
})
