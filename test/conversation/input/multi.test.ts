import { multi } from '../../../src/conversation/input/multi'

const OPTIONS = { now: Date.parse('2026-11-24T10:00:00+05:30'), timeZone: 'Asia/Kolkata' }
const read = (text: string): unknown => multi(text, OPTIONS)

describe('multi', () => {
  it.each([
    [
      'Hindi',
      'मुझे बी पॉजिटिव खून चाहिए 2 यूनिट हैलट में कल',
      { intent: 'request_blood', blood_group: 'B+', units: 2, place: 'LLR Hospital', date: '2026-11-25' },
    ],
    [
      'English, with a phone number',
      'need 2 units O negative at Regency tomorrow, call 98390 12345',
      {
        intent: 'request_blood',
        blood_group: 'O-',
        units: 2,
        place: 'Regency Hospital',
        date: '2026-11-25',
        phone: '+919839012345',
      },
    ],
    [
      'both at once',
      '7 साल की बेटी के लिए A+ platelets chahiye',
      { intent: 'request_blood', blood_group: 'A+', component: 'platelets', age: 7 },
    ],
    [
      'a donor',
      'umar 25 vajan 60 kilo B+ khoon dena hai',
      { intent: 'donate', blood_group: 'B+', age: 25, weight: 60 },
    ],
  ])('reads every slot in %s', (_language, text, slots) => {
    expect(read(text)).toEqual(slots)
  })

  it.each([
    ['states no intent that only follows', 'B+ 2 unit', { blood_group: 'B+', units: 2 }],
    [
      'takes urgency for today',
      'urgent B+ khoon chahiye',
      { intent: 'request_blood', blood_group: 'B+', date: '2026-11-24' },
    ],
    [
      'prefers a stated day to urgency',
      'urgent khoon chahiye kal tak',
      { intent: 'request_blood', date: '2026-11-25' },
    ],
    ['leaves out a group stated twice', 'A+ ya B+ khoon chahiye', { intent: 'request_blood' }],
    ['leaves out a range of units', '2-3 unit khoon chahiye', { intent: 'request_blood' }],
    [
      'takes the first of two phones',
      'blood chahiye 9839012345 ya 9415012345',
      { intent: 'request_blood', phone: '+919839012345' },
    ],
    [
      'reads a date`s number as a date only',
      '2 din baad khoon chahiye',
      { intent: 'request_blood', date: '2026-11-26' },
    ],
    ['takes an age that stands alone', '7 saal', { age: 7 }],
    [
      'takes a corrected day for no refusal',
      'khoon kal nahi parso chahiye',
      { intent: 'request_blood', date: '2026-11-26' },
    ],
    [
      'takes no bed for a number of units',
      'ward 4 bed no 12 B+ khoon chahiye',
      { intent: 'request_blood', blood_group: 'B+' },
    ],
  ])('%s: %j', (_fact, text, slots) => {
    expect(read(text)).toEqual(slots)
  })

  it.each([
    '28 november ko shadi hai',
    '2 kilo chini',
    'mera kutta 5 saal ka hai',
    'train kal 10 baje',
    'kal kanpur jana hai',
    'A positive answer',
  ])('makes nothing of %j', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('reads the beginning of a message of any length', () => {
    expect(read(`B+ 2 unit ${'khoon '.repeat(2000)}`)).toMatchObject({ blood_group: 'B+', units: 2 })
  })
})
