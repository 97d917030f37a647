import { answerBy } from '../../../src/blood/organisation/answer-by'
import { instantOf } from '../../../src/base/calendar'

const ZONE = 'Asia/Kolkata'
const ON_CALL = { from: '08:00', until: '21:00', answerWithinMinutes: 120 }

describe('answerBy', () => {
  it.each([
    ['in the day', '10:00', '12:00'],
    ['rounded up to a quarter', '10:03', '12:15'],
    ['before the morning', '05:30', '10:00'],
    ['just in time before the evening', '19:00', '21:00'],
    ['too late for today', '19:01', '2026-11-25 10:00'],
    ['at night', '23:50', '2026-11-25 10:00'],
  ])('%s: who writes at %s is answered by %s', (_when, written, promised) => {
    expect(answerBy(instantOf('2026-11-24', written, ZONE), ON_CALL, ZONE)).toBe(promised)
  })
})
