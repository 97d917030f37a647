import { alertAnswer } from '../../../src/conversation/input/alert-answer'

/** 2026-11-24 10:00 in Kanpur, a Tuesday. */
const options = { now: Date.UTC(2026, 10, 24, 4, 30), timeZone: 'Asia/Kolkata' }
const read = (text: string) => alertAnswer(text, { ...options, locale: /[ऀ-ॿ]/.test(text) ? 'hi' : 'hi-Latn' })

describe('an answer to an alert', () => {
  it.each([
    ['haan', 'yes'],
    ['हाँ', 'yes'],
    ['yes', 'yes'],
    ['👍', 'yes'],
    ['1', 'yes'],
    ['nahi', 'no'],
    ['2', 'no'],
    ['3', 'later'],
  ])('%s is a bare %s', (text, said) => {
    expect(read(text)).toEqual({ said, bare: true })
  })

  it.each([
    ['abhi nahi', 'no'],
    ['अभी नहीं', 'no'],
    ['not this time', 'no'],
    ['baad mein', 'later'],
    ['haan baad mein', 'later'],
    ['बाद में पूछें', 'later'],
    ['nahi aa paunga', 'cannot'],
    ['नहीं आ पाऊँगी', 'cannot'],
    ["I can't come", 'cannot'],
    ['galat number', 'wrong_number'],
    ['wrong number', 'wrong_number'],
    ['nahi, mera bhai de sakta hai', 'family'],
    ['मेरी बहन दे सकती है', 'family'],
    ['my brother can give', 'family'],
    ['aa rahe hain', 'coming'],
    ['रास्ते में', 'coming'],
    ['lauta diya', 'could_not'],
  ])('%s means %s, whatever else is asked', (text, said) => {
    expect(read(text)).toEqual({ said, bare: false })
  })

  it.each([
    ['haan lekin kal subah 10 baje', { day: '2026-11-25', time: '10:00' }],
    ['haan par kal', { day: '2026-11-25' }],
    ['हाँ लेकिन कल', { day: '2026-11-25' }],
    ['yes but tomorrow at 4 pm', { day: '2026-11-25', time: '16:00' }],
    ['haan kal subah 9 baje aa sakte hain', { day: '2026-11-25', time: '09:00' }],
  ])('%s is a yes with its day: %j', (text, when) => {
    expect(read(text)).toEqual({ said: 'yes', ...when, bare: false })
  })

  it.each([
    ['2 november ko khoon diya tha', '2026-11-02'],
    ['I gave on 2 November', '2026-11-02'],
    ['मैंने 2 नवंबर को खून दिया था', '2026-11-02'],
  ])('%s is a donation of a day', (text, gaveOn) => {
    expect(read(text)).toEqual({ said: 'gave', gaveOn, bare: false })
  })

  it('leaves a donation without its day to be asked for', () => {
    expect(read('khoon de diya')).toEqual({ said: 'gave', bare: false })
  })

  it.each(['', 'B+ khoon chahiye', 'camp kab hai', 'pata nahi', 'kya khoon dena theek hai'])(
    'is nothing in "%s"',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
})
