import { answeredBy, stillHoped } from '../../../src/blood/alerts/reply-delay'

const REPLIES = { medianMs: 720_000, sigma: 1 }

describe('answeredBy', () => {
  it.each([
    [0, 0],
    [720_000, 0.5],
    [720_000 * Math.E, 0.8413],
    [720_000 / Math.E, 0.1587],
  ])('after %d ms is %d', (elapsed, share) => {
    expect(answeredBy(elapsed, REPLIES)).toBeCloseTo(share, 4)
  })
})

describe('stillHoped', () => {
  it('sinks while nobody answers', () => {
    const alert = { at: 0, chance: 0.1 }
    expect(stillHoped(alert, 0, REPLIES)).toBeCloseTo(0.1)
    expect(stillHoped(alert, 720_000, REPLIES)).toBeCloseTo(0.05 / 0.95)
    expect(stillHoped(alert, 720_000 * 50, REPLIES)).toBeLessThan(0.0001)
  })
})
