import { chanceOfYes, partOfDay } from '../../../src/blood/alerts/segment'

const NOBODY = { of: 0, yes: 0 }

describe('chanceOfYes', () => {
  it('is one in ten before anything is learnt, and four in ten for standing donors', () => {
    expect(chanceOfYes('donor:whatsapp:day', {}, NOBODY)).toBeCloseTo(0.1)
    expect(chanceOfYes('bridge:whatsapp:day', {}, NOBODY)).toBeCloseTo(0.4)
  })

  it('follows what the segment did, and no other segment', () => {
    const counts = { 'donor:whatsapp:day': { of: 990, yes: 49 } } as const
    expect(chanceOfYes('donor:whatsapp:day', counts, NOBODY)).toBeCloseTo(0.05)
    expect(chanceOfYes('donor:sms:day', counts, NOBODY)).toBeCloseTo(0.1)
  })

  it('rises with a donor’s own yes and sinks with silence', () => {
    const plain = chanceOfYes('donor:sms:evening', {}, NOBODY)
    expect(chanceOfYes('donor:sms:evening', {}, { of: 1, yes: 1 })).toBeGreaterThan(plain)
    expect(chanceOfYes('donor:sms:evening', {}, { of: 3, yes: 0 })).toBeLessThan(plain)
  })
})

describe('partOfDay', () => {
  it.each([
    ['04:59', 'night'],
    ['05:00', 'morning'],
    ['11:00', 'day'],
    ['17:00', 'evening'],
    ['21:00', 'night'],
  ])('%s is %s', (time, part) => {
    expect(partOfDay(time)).toBe(part)
  })
})
