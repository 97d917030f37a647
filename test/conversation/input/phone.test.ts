import { phone } from '../../../src/conversation/input/phone'

const about = { now: Date.UTC(2026, 10, 24, 4, 30), timeZone: 'Asia/Kolkata' }
const read = (text: string): string | undefined => phone(text, about)

describe('phone', () => {
  it.each([
    '9839012345', '98390 12345', '983 901 2345', '+91-98390-12345', '(+91) 98390 12345', '0091 9839012345',
    '09839012345', '+91 (0) 98390 12345', '९८३९० १२३४५', '９８３９０１２３４５', '9 8 3 9 0 1 2 3 4 5', 'wa.me/919839012345',
    'papa ka number 9839012345 hai', '9839012345 ya 9415012345', '0512-2535881, 9839012345', 'isi par nahi, 9839012345',
  ])('reads an Indian mobile in %j', (text) => {
    expect(read(text)).toBe('+919839012345')
  }) // prettier-ignore

  it.each([
    'yahi', 'isi number pe call karo', 'mera yahi hai', 'haan yahi number hai', 'same number', 'this one please',
    'jis number se likh rahi hu', 'यही', 'इसी नंबर पर फोन करें', 'मेरा यही नंबर है', 'यही number',
  ])('takes %j for the number that the person writes from', (text) => {
    expect(read(text)).toBe('self')
  }) // prettier-ignore

  it.each([
    ['a digit too few', '983901234'], ['a digit too many', '98390123456'], ['a digit more, apart', '98390 12345 6'],
    ['a landline', '0512-2535881'], ['a landline like a mobile', '0612 2345678'], ['Kathmandu', '+977 9841234567'],
    ['Singapore, ten digits long', '+65 9123 4567'], ['a call abroad', '00977 9841234567'], ['toll free', '1800 180 5145'],
    ['Aadhaar', '9876 5432 1098'], ['Aadhaar like 91 and a mobile', '9183 9012 3456'], ['a card', '4111 9839 0123 4567'],
    ['letters for digits', '9839O12345'], ['stars for digits', '98390*****'], ['a date and a count', '7/11/2026 123'],
    ['another number', 'isi par nahi'], ['other blood', 'yahi khoon chahiye'], ['a question', 'isi number par?'],
    ['yes', 'haan'], ['here', 'yahan'],
  ])('gives nothing for %s', (_what, text) => {
    expect(read(text)).toBeUndefined()
  }) // prettier-ignore
})
