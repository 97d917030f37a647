import { seededRandom } from '../../../src/base/seeded-random'
import { Agenda } from '../../../src/cli/simulation/agenda'
import { diceOf } from '../../../src/cli/simulation/dice'

describe('Agenda', () => {
  it('plays in the order of time, of two at one instant the one planned first', () => {
    const dice = diceOf(seededRandom(1))
    const agenda = new Agenda()
    const times = Array.from({ length: 300 }, () => Math.floor(dice.between(0, 100)))
    const played: [number, number][] = []
    times.forEach((time, nth) => agenda.plan(time, (now) => void played.push([now, nth])))
    agenda.playUntil(100)
    const expected = times.map((time, nth) => [time, nth] as const).sort(([a, i], [b, j]) => a - b || i - j)
    expect(played).toEqual(expected)
  })

  it('plays what is planned meanwhile, and leaves what is later', () => {
    const agenda = new Agenda()
    const played: string[] = []
    agenda.plan(1, () => {
      agenda.plan(2, () => void played.push('meanwhile'))
      agenda.plan(9, () => void played.push('later'))
    })
    agenda.playUntil(5)
    expect(played).toEqual(['meanwhile'])
  })
})

describe('diceOf', () => {
  const dice = diceOf(seededRandom(7))
  const many = (draw: () => number): number[] => Array.from({ length: 20_000 }, draw).sort((a, b) => a - b)

  it('draws fractions evenly, chances as often as they say, and delays around their median', () => {
    expect(many(() => dice.fraction())[10_000]).toBeCloseTo(0.5, 1)
    expect(many(() => (dice.happens(0.1) ? 1 : 0)).filter((one) => one === 1).length / 20_000).toBeCloseTo(
      0.1,
      1,
    )
    const delays = many(() => dice.delay(12, 1))
    expect(delays[10_000]).toBeCloseTo(12, -0.5)
    expect((delays[16_827] ?? 0) / 12).toBeCloseTo(Math.E, 0)
  })

  it('draws names by their weights', () => {
    const drawn = Array.from({ length: 10_000 }, () => dice.oneOf({ often: 9, seldom: 1 }))
    expect(drawn.filter((one) => one === 'seldom').length / 10_000).toBeCloseTo(0.1, 1)
  })
})
