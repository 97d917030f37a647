import { recognise } from '../../../src/conversation/input/recognise'

const about = { now: Date.UTC(2026, 0, 26, 3, 30), timeZone: 'Asia/Kolkata' }
const read = (text: string): number | undefined => recognise('units', text, about)

describe('units', () => {
  it.each([
    ['2', 2], ['२', 2], ['②', 2], ['do', 2], ['दो', 2], ['ek', 1], ['12', 12], ['a pair of', 2], ['bas aath', 8],
    ['do ji', 2], ['sirf do', 2], ['doctor ne 2 bola hai', 2],
  ])('reads the bare number %j as %d', (text, want) => expect(read(text)).toBe(want)) // prettier-ignore

  it.each([
    ['2 unit', 2], ['ek botal', 1], ['do bag', 2], ['3 packet', 3], ['1 pint', 1], ['दो थैली', 2], ['units: 4', 4],
    ['khoon do unit', 2], ['B+ 2 unit', 2], ['kal 10 baje tak 3 unit', 3], ['7 saal ka bachcha hai 2 unit chahiye', 2],
  ])('counts the units of %j as %d', (text, want) => expect(read(text)).toBe(want)) // prettier-ignore

  it.each(['kam se kam 2', 'at least two', 'कम से कम दो यूनिट', 'minimum 2'])('takes %j for 2', (text) =>
    expect(read(text)).toBe(2),
  )

  it.each([
    '0',
    'dedh unit',
    '1.5',
    '½ unit',
    '2-3 unit',
    'do teen',
    '2 ya 3',
    '3 tak',
    'upto 3',
    '2 se zyada',
    '100',
  ])('gives nothing for %j: no whole number from 1 to 99', (text) => expect(read(text)).toBeUndefined())

  it.each([
    '350 ml', '2 baje', '2 din', '7 saal', '55 kilo', '25 tarikh', '₹500', '2 donor', 'ward 2', 'A2', '9839012345',
    '208002', 'no one', 'jitna mile',
  ])('gives nothing for %j, which counts something else', (text) => expect(read(text)).toBeUndefined()) // prettier-ignore

  it.each(['mujhe do', 'khoon do', 'दे दो', 'call kar do'])('takes the "do" of %j for "give"', (text) =>
    expect(read(text)).toBeUndefined(),
  )
})
