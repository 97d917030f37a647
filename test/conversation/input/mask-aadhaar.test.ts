import { maskAadhaar } from '../../../src/conversation/input/mask-aadhaar'

const MASK = 'XXXX XXXX XXXX'

describe('maskAadhaar', () => {
  it.each([
    ['together', '234567890123'], ['in fours', '2345 6789 0123'], ['with dashes', '2345-6789-0123'], ['with long dashes', '2345–6789–0123'],
    ['with no-break blanks', '2345\u00a06789\u00a00123'], ['with stops', '2345.6789.0123'], ['in pairs', '23 45 67 89 01 23'],
    ['one by one', '2 3 4 5 6 7 8 9 0 1 2 3'], ['with hidden signs', '2345\u200b6789\u200b0123'], ['in Devanagari', '२३४५ ६७८९ ०१२३'],
    ['in full width', '２３４５６７８９０１２３'], ['in two scripts', '२३४५ 6789 0123'], ['in keycaps', '2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣1️⃣2️⃣3️⃣'],
    ['with a wrong check digit', '9876 5432 1098'], ['in fours, like 91 and a mobile', '9183 9012 3456'],
  ])('masks twelve digits written %s', (_how, number) => {
    expect(maskAadhaar(`aadhaar ${number} hai`).replace(/[\ufe0f\u20e3]/gu, '')).toBe(`aadhaar ${MASK} hai`)
  }) // prettier-ignore

  it.each([
    ['a mobile with 91', '919839012345'], ['a mobile with 91 apart', '91 98390 12345'], ['a mobile with +91', '+919839012345'],
    ['a number abroad', '+234567890123'], ['a card', '4111 1111 1111 1111'], ['a card together', '4111111111111111'],
    ['an account', '2345678901234'], ['eleven digits', '23456789012'], ['a first digit never issued', '0234 5678 9012'],
    ['another', '123456789012'], ['two PIN codes', '208002 208011'], ['a phone and a PIN code', '9839012345 208002'],
    ['a phone and a count', '98390 12345 12'], ['dates', '12/11/2026 13/11/2026'],
  ])('leaves %s as it is', (_what, text) => {
    expect(maskAadhaar(text)).toBe(text)
  }) // prettier-ignore

  it('masks every one of several', () => {
    expect(maskAadhaar('2345 6789 0123 3456 7890 1234, 345678901234')).toBe(`${MASK} ${MASK}, ${MASK}`)
  })

  it('keeps what stands beside it', () => {
    expect(maskAadhaar('9839012345 2345-6789-0123 2026, B+')).toBe(`9839012345 ${MASK} 2026, B+`)
  })
})
