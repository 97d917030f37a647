import { kilometresBetween } from '../../../src/blood/alerts/distance'

describe('kilometresBetween', () => {
  it.each([
    [
      'the medical college and Ursula hospital',
      { lat: 26.4811, lon: 80.3077 },
      { lat: 26.474, lon: 80.3461 },
      3.9,
    ],
    ['a place and itself', { lat: 26.4811, lon: 80.3077 }, { lat: 26.4811, lon: 80.3077 }, 0],
    ['one degree of latitude', { lat: 26, lon: 80 }, { lat: 27, lon: 80 }, 111.2],
  ])('%s', (...row) => {
    const [, a, b, km] = row
    expect(kilometresBetween(a, b)).toBeCloseTo(km, 1)
  })
})
