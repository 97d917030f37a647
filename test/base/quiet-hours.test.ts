import { HOUR, MINUTE } from '../../src/base/clock'
import { afterWaking, isQuietTime, quietUntil } from '../../src/base/quiet-hours'

const NIGHT = { from: '21:00', until: '08:00' }

describe('isQuietTime', () => {
  it.each([
    ['20:59', NIGHT, false],
    ['21:00', NIGHT, true],
    ['00:00', NIGHT, true],
    ['07:59', NIGHT, true],
    ['08:00', NIGHT, false],
    ['13:00', { from: '13:00', until: '15:00' }, true],
    ['15:00', { from: '13:00', until: '15:00' }, false],
    ['10:00', { from: '10:00', until: '10:00' }, false],
  ])('at %s in %j: %s', (time, quiet, isQuiet) => {
    expect(isQuietTime(time, quiet)).toBe(isQuiet)
  })
})

describe('quietUntil', () => {
  // Kanpur is five and a half hours before UTC.
  it.each([
    ['22:30 ends next morning', Date.UTC(2026, 10, 24, 17), Date.UTC(2026, 10, 25, 2, 30)],
    ['01:00 ends the same morning', Date.UTC(2026, 10, 24, 19, 30), Date.UTC(2026, 10, 25, 2, 30)],
    ['noon is not quiet', Date.UTC(2026, 10, 24, 6, 30), Date.UTC(2026, 10, 24, 6, 30)],
  ])('%s', (_, now, until) => {
    expect(quietUntil(now, NIGHT, 'Asia/Kolkata')).toBe(until)
  })
})

describe('afterWaking', () => {
  const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour - 5, minute - 30)
  it.each([
    { what: 'within a day', from: at(24, 10), ms: 6 * HOUR, until: at(24, 16) },
    { what: 'to the very end of the day', from: at(24, 15), ms: 6 * HOUR, until: at(24, 21) },
    { what: 'over the night', from: at(24, 18), ms: 6 * HOUR, until: at(25, 11) },
    { what: 'from the night on', from: at(24, 23), ms: 30 * MINUTE, until: at(25, 8, 30) },
    { what: 'over two nights', from: at(24, 20), ms: 20 * HOUR, until: at(26, 14) },
  ])('counts $what', ({ from, ms, until }) => {
    expect(afterWaking(from, ms, { quiet: NIGHT, timeZone: 'Asia/Kolkata' })).toBe(until)
  })
})
