import { readSerial, serialOf, shownSerial } from '../../src/certificates/serial'
import { SECRET } from '../support/certificates'

const SERIAL = serialOf('d1', SECRET)
const SIGNS = 'ACDEFGHJKMPQRTUWXY34679'

describe('a serial number', () => {
  it('is the same for the same donation, and another for any other and for any other secret', () => {
    expect(serialOf('d1', SECRET)).toBe(SERIAL)
    const serials = new Set(Array.from({ length: 2_000 }, (_, nth) => serialOf(`d${nth}`, SECRET)))
    expect(serials.size).toBe(2_000)
    expect(serialOf('d1', 't'.repeat(32))).not.toBe(SERIAL)
  })

  it('does not follow from the one before', () => {
    const [one, next] = [serialOf('d1', SECRET), serialOf('d2', SECRET)]
    expect([...one].filter((sign, at) => sign === next[at]).length).toBeLessThan(6)
  })

  it('is shown in groups, and read in whichever way it is typed', () => {
    const shown = shownSerial(SERIAL)
    expect(shown).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    for (const typed of [shown, SERIAL, shown.toLowerCase(), ` ${shown.replace(/-/g, ' ')} `])
      expect(readSerial(typed)).toBe(SERIAL)
  })

  it('is refused with any one sign wrong', () => {
    for (let at = 0; at < SERIAL.length; at++)
      for (const sign of SIGNS) {
        const typed = SERIAL.slice(0, at) + sign + SERIAL.slice(at + 1)
        expect(readSerial(typed)).toBe(typed === SERIAL ? SERIAL : undefined)
      }
  })

  it('is refused with any two signs in each other’s place', () => {
    for (let one = 0; one < SERIAL.length; one++)
      for (let other = one + 1; other < SERIAL.length; other++) {
        const signs = [...SERIAL]
        ;[signs[one], signs[other]] = [signs[other] ?? '', signs[one] ?? '']
        const typed = signs.join('')
        expect(readSerial(typed)).toBe(typed === SERIAL ? SERIAL : undefined)
      }
  })

  it.each(['', '-', 'K7F3', SERIAL + 'A', SERIAL.slice(1), '000000000000', '../../etc', '🙂'.repeat(12)])(
    'is not %j',
    (typed) => expect(readSerial(typed)).toBeUndefined(),
  )
})
