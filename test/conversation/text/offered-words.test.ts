import { recognise } from '../../../src/conversation/input/recognise'
import { intent } from '../../../src/conversation/input/intent'
import { readNone } from '../../../src/conversation/input/none'
import { readInitials } from '../../../src/conversation/input/initials'
import { readCard } from '../../../src/conversation/input/card'
import { ourSource, still } from './support/our-texts'

const about = { now: still.now(), timeZone: 'Asia/Kolkata' }

/** What people are told to write, and what must be understood when they do. */
const OFFERED: readonly (readonly [intent: string, ...words: string[]])[] = [
  ['request_blood', 'खून चाहिए', 'khoon chahiye', 'blood needed', 'I need blood'],
  ['request_blood', 'B+ खून चाहिए', 'B+ khoon chahiye', 'B+ blood needed'],
  ['donate', 'खून देना है', 'khoon dena hai', 'I want to give blood'],
  ['camps', 'कैंप कब है', 'camp kab hai', 'camp dates'],
  ['status', 'मेरी स्थिति', 'meri sthiti', 'my status'],
  ['human', 'किसी से बात', 'kisi se baat', 'talk to a person'],
  ['human', 'किसी से बात करनी है', 'kisi se baat karni hai'],
  ['report_fraud', 'ठगी', 'thagi', 'fraud'],
  ['stop', 'बंद करो', 'band karo', 'stop'],
  ['start', 'शुरू करो', 'shuru karo', 'start again'],
  ['back', 'पीछे', 'peeche', 'back', 'go back'],
  ['cancel', 'रद्द', 'radd', 'cancel'],
  ['language', 'English', 'Hinglish', 'हिंदी', 'Hindi'],
]

describe('words that our texts offer', () => {
  it.each(OFFERED.flatMap(([wanted, ...words]) => words.map((word) => [word, wanted] as const)))(
    '"%s" is understood as %s',
    (word, wanted) => {
      expect(intent(word, about)).toBe(wanted)
    },
  )

  it.each([
    'पता नहीं',
    'pata nahi',
    "don't know",
    'नहीं है',
    'nahi hai',
    'none',
    'कभी नहीं',
    'kabhi nahi',
    'never',
  ])('"%s" is understood as none', (word) => {
    expect(readNone(word)).toBe('none')
  })

  it.each([
    ['date', '25 तारीख', '2026-11-25'],
    ['date', 'सोमवार', '2026-11-23'],
    ['date', '25 tarikh', '2026-11-25'],
    ['date', 'somvar', '2026-11-23'],
    ['date', 'Monday', '2026-11-23'],
    ['date', '25 नवंबर', '2026-11-25'],
    ['date', 'आज', '2026-11-22'],
    ['date', 'aaj', '2026-11-22'],
    ['date', 'today', '2026-11-22'],
    ['date_past', '15 अगस्त', '2026-08-15'],
    ['date_past', '15 August', '2026-08-15'],
    ['date_past', '3 महीने पहले', '2026-08-22'],
    ['date_past', '3 mahine pehle', '2026-08-22'],
    ['date_past', '3 months ago', '2026-08-22'],
    ['age', '30 साल', 30],
    ['age', '8 महीने', 0],
    ['age', '8 mahine', 0],
    ['age', '8 months', 0],
    ['age', '25', 25],
    ['weight', '60', 60],
    ['pincode', '208012', '208012'],
    ['phone', '98765 43210', '+919876543210'],
    ['units', '1', 1],
    ['blood_group', 'बी पॉज़िटिव', 'B+'],
    ['blood_group', 'B positive', 'B+'],
    ['place', 'हैलट अस्पताल, कानपुर', 'LLR Hospital'],
    ['place', 'Hallet hospital, Kanpur', 'LLR Hospital'],
    ['place', 'Hallet aspataal, Kanpur', 'LLR Hospital'],
    ['place', 'किदवई नगर', 'Kidwai Nagar'],
  ] as const)('as an example of a %s "%s" is understood', (kind, text, value) => {
    expect(recognise(kind, text, about)).toBe(value)
  })

  it('examples of initials and cards are understood', () => {
    expect(readInitials('RK')).toBe('RK')
    expect(readCard('TH1234')).toBe('TH1234')
  })

  it('offers in the texts what this table says', () => {
    const all = JSON.stringify(ourSource).toLowerCase()
    const offered = OFFERED.flatMap(([, ...words]) => words)
    expect(offered.filter((word) => !all.includes(word.toLowerCase()))).toEqual([])
  })
})
