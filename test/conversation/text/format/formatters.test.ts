import type { FormatAsk } from '../../../../src/conversation/text/format/formatter'
import { FORMATTERS } from '../../../../src/conversation/text/format/formatters'
import type { Json } from '../../../../src/conversation/turn/conversation'
import { ourTexts, still } from '../support/our-texts'

const texts = ourTexts()

function written(
  formatter: string,
  value: Json | undefined,
  about: Partial<FormatAsk> & { readonly locale: string },
): string {
  const ask = { channel: 'whatsapp' as const, values: {}, ...about }
  const key = (word: string): string => (word.includes(':') ? word : `common:${word}`)
  return FORMATTERS[formatter]!(value, {
    ...ask,
    now: still.now(),
    timeZone: 'Asia/Kolkata',
    word: (word, values = {}) => texts.text(key(word), { ...ask, values }),
    hasWord: (word) => texts.has(key(word), ask.locale),
  })
}

describe('formatters', () => {
  it.each<[formatter: string, value: Json | undefined, ...inHiLatinEn: string[]]>([
    ['date', '2026-11-25', '25 नवंबर, बुधवार', '25 November, Budhwaar', '25 November, Wednesday'],
    ['date', '2027-01-03', '3 जनवरी 2027, रविवार', '3 January 2027, Raviwaar', '3 January 2027, Sunday'],
    ['last_donation', null, 'कभी नहीं, या याद नहीं', 'kabhi nahi, ya yaad nahi', 'never, or not remembered'],
    [
      'rest_until',
      '2026-12-20',
      'अगली बार खून देने की तारीख: 20 दिसंबर, रविवार या उसके बाद।',
      'Agli baar khoon dene ki tarikh: 20 December, Raviwaar ya uske baad.',
      'You may give again on 20 December, Sunday or later.',
    ],
    ['time', '09:00', 'सुबह 9 बजे', 'subah 9 baje', '9 am'],
    ['time', '12:30', 'दोपहर 12:30 बजे', 'dopahar 12:30 baje', '12:30 pm'],
    ['time', '17:05', 'शाम 5:05 बजे', 'shaam 5:05 baje', '5:05 pm'],
    ['time', '00:15', 'रात 12:15 बजे', 'raat 12:15 baje', '12:15 am'],
    ['time', '22:00', 'रात 10 बजे', 'raat 10 baje', '10 pm'],
    [
      'answer_by',
      '2026-11-23 09:30',
      '23 नवंबर, सोमवार, सुबह 9:30 बजे',
      '23 November, Somwaar, subah 9:30 baje',
      '23 November, Monday, 9:30 am',
    ],
    ['answer_by', '14:00', 'दोपहर 2 बजे', 'dopahar 2 baje', '2 pm'],
    ['blood_group', 'B+', 'B पॉज़िटिव (B+)', 'B positive (B+)', 'B positive (B+)'],
    ['blood_group', 'AB-', 'AB नेगेटिव (AB-)', 'AB negative (AB-)', 'AB negative (AB-)'],
    ['component', 'platelets', 'प्लेटलेट', 'Platelet', 'Platelets'],
    [
      'component',
      null,
      'खून (कौन सा, अस्पताल से पूछेंगे)',
      'Khoon (kaun sa, aspataal se poochenge)',
      'Blood (which kind, we will ask the hospital)',
    ],
    ['units', 1, '1 यूनिट', '1 unit', '1 unit'],
    ['units', 2, '2 यूनिट', '2 unit', '2 units'],
    ['age', 0, '1 साल से कम', '1 saal se kam', 'under 1 year'],
    ['age', 1, '1 साल', '1 saal', '1 year'],
    ['age', 30, '30 साल', '30 saal', '30 years'],
    ['weight', 62.5, '62.5 किलो', '62.5 kilo', '62.5 kg'],
    ['phone', '+919876543210', '98765 43210', '98765 43210', '98765 43210'],
    ['phone', '+915122535881', '0512 253 5881', '0512 253 5881', '0512 253 5881'],
    ['phone', '+9779812345678', '+977 981 2345678', '+977 981 2345678', '+977 981 2345678'],
    ['phone', '108', '108', '108', '108'],
    ['phone', 'self', 'इसी नंबर', 'isi number', 'this same number'],
    ['place', { asWritten: ' गली 4 \n नर्सिंग होम ' }, 'गली 4 नर्सिंग होम', 'गली 4 नर्सिंग होम', 'गली 4 नर्सिंग होम'],
    ['place', { name: 'Some New Hospital' }, 'Some New Hospital', 'Some New Hospital', 'Some New Hospital'],
    ['place', 'Some New Hospital', 'Some New Hospital', 'Some New Hospital', 'Some New Hospital'],
    ['place', 'LLR Hospital', 'हैलट (LLR) अस्पताल', 'Hallet (LLR) Hospital', 'Hallet (LLR) Hospital'],
    ['centre', null, 'हमारी टीम बताएगी', 'hamari team batayegi', 'our team will tell you'],
    ['condition', 'thalassemia', 'थैलेसीमिया', 'thalassemia', 'thalassemia'],
    ['card', 'TH12', ', कार्ड TH12', ', card TH12', ', card TH12'],
    ['card', undefined, '', '', ''],
    ['list', ['A+', 'O+'], 'A+, O+', 'A+, O+', 'A+, O+'],
    ['flow', 'request', 'खून की माँग', 'khoon ki maang', 'blood request'],
    ['flow', 'something_new', 'पिछली बात', 'pichli baat', 'last conversation'],
  ])('write %s of %j for people', (formatter, value, ...wanted) => {
    expect(['hi', 'hi-Latn', 'en'].map((locale) => written(formatter, value, { locale }))).toEqual(wanted)
  })

  it('join what was understood, with a GSM sign by SMS', () => {
    const said = [
      { kind: 'blood_group', value: 'B+' },
      { kind: 'units', value: 2 },
      { kind: 'date', value: '2026-11-25' },
      { kind: 'pincode', value: '208012' },
    ]
    expect(written('understood', said, { locale: 'hi' })).toBe(
      'B पॉज़िटिव (B+) · 2 यूनिट · 25 नवंबर, बुधवार · 208012',
    )
    expect(written('understood', said, { locale: 'en', channel: 'sms' })).toBe(
      'B positive (B+), 2 units, 25 November, Wednesday, 208012',
    )
  })

  it('show the title of the chosen one', () => {
    const values = { known: { patients: [{ id: 'p1', title: 'R.K., B+' }] } }
    expect(written('chosen', 'p1', { locale: 'en', values, argument: 'known.patients' })).toBe('R.K., B+')
    expect(() => written('chosen', 'p2', { locale: 'en', values, argument: 'known.patients' })).toThrow(
      '"p2" is not among known.patients',
    )
  })

  it('say where a donor lives: the PIN code, else the area', () => {
    const values = { area: 'Kidwai Nagar' }
    expect(written('where', '208012', { locale: 'en', values, argument: 'area' })).toBe('208012')
    expect(written('where', null, { locale: 'en', values, argument: 'area' })).toBe('Kidwai Nagar')
    expect(written('where', null, { locale: 'en', argument: 'area' })).toBe('not given')
  })

  it('write camps by SMS without map and only as many as were asked for', () => {
    const camps = ['2026-11-29', '2026-12-06', '2026-12-13'].map((date) => ({
      name: 'Sunday camp',
      place: 'Police Lines',
      date,
      from: '10:00',
      until: '14:00',
      map: 'https://maps.example.org/1',
    }))
    expect(written('camps', camps, { locale: 'en', channel: 'sms', argument: '2' })).toBe(
      '29 November, Sunday, 10 am: Police Lines\n6 December, Sunday, 10 am: Police Lines',
    )
    expect(written('camps', camps.slice(0, 1), { locale: 'hi' })).toBe(
      '29 नवंबर, रविवार\nसुबह 10 बजे से दोपहर 2 बजे\nSunday camp, Police Lines\nनक्शा: https://maps.example.org/1',
    )
  })

  it.each([
    ['date', '25 November'],
    ['date', null],
    ['time', '25:00'],
    ['units', '2'],
    ['list', 'A+'],
    ['place', { id: 'x' }],
  ])('refuse to write %s of %j', (formatter, value) => {
    expect(() => written(formatter, value, { locale: 'en' })).toThrow('wanted')
  })
})
