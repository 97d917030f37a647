import { pincode } from '../../../src/conversation/input/pincode'

const about = { now: Date.UTC(2026, 10, 24, 4, 30), timeZone: 'Asia/Kolkata' }

describe('pincode', () => {
  it.each([
    '208002', '208 002', '208-002', '2 0 8 0 0 2', '२०८ ००२', '２０８００２', 'pin208002', 'पिन कोड २०८००२ है', '208002, 208002',
    'Swaroop Nagar, Kanpur - 208002', '208002, ph 9839012345', '113/120 208002',
  ])('reads 208002 in %j', (text) => {
    expect(pincode(text, about)).toBe('208002')
  }) // prettier-ignore

  it.each([
    ['five digits', '20802'], ['seven digits', '2080022'], ['seven digits in groups', '208 0022'], ['a zero first', '008002'],
    ['two codes', '208002 ya 208011'], ['a phone', '98390 12345'], ['Aadhaar', '2345 6789 0123'], ['a date', '12/11/2026'],
    ['a landline', '0512 208002'], ['a letter for a digit', '208O02'], ['no code', 'pin yaad nahi'],
  ])('gives nothing for %s', (_what, text) => {
    expect(pincode(text, about)).toBeUndefined()
  }) // prettier-ignore
})
