import { datePast } from '../../../src/conversation/input/date-past'

function read(text: string): string | undefined {
  return datePast(text, { now: Date.parse('2026-11-24T10:00:00+05:30'), timeZone: 'Asia/Kolkata' })
}

describe('datePast', () => {
  it.each([
    ['today', 'aaj subah', '2026-11-24'],
    ['just now', 'abhi diya hai', '2026-11-24'],
    ['kal is yesterday', 'kal diya tha', '2026-11-23'],
    ['parso', 'परसों', '2026-11-22'],
    ['months ago', '3 mahine pehle', '2026-08-24'],
    ['months that went by', 'तीन महीने हो गए', '2026-08-24'],
    ['weeks that went by', 'do hafte hue', '2026-11-10'],
    ['years ago', '2 saal pehle', '2024-11-24'],
    ['a whole year', 'saal bhar pehle', '2025-11-24'],
    ['about', 'lagbhag 2 mahine pehle', '2026-09-24'],
    ['the last weekday', 'somvar ko', '2026-11-23'],
    ['last with the name of today', 'pichle mangalwar', '2026-11-17'],
    ['a day and month', '15 अगस्त को', '2026-08-15'],
    ['a day and month of last year', '25 december', '2025-12-25'],
    ['a day of last year', 'pichle saal 5 march ko', '2025-03-05'],
    ['a two-digit year', '5/6/24', '2024-06-05'],
    ['the last day of the month so numbered', '26 tarikh', '2026-10-26'],
    ['a day of last month', 'pichle mahine ki 5 tarikh', '2026-10-05'],
  ])('%s: %j', (_fact, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['a festival', 'last diwali'],
    ['last month', 'pichle mahine'],
    ['a month alone', 'March mein'],
    ['a month and year', 'jan 2025'],
    ['never', 'kabhi nahi'],
    ['not remembered', 'yaad nahi'],
    ['not given', 'kal nahi diya'],
    ['not given for months', '3 mahine se nahi diya'],
    ['more than', '3 mahine se zyada'],
    ['a range', 'do teen mahine pehle'],
    ['halves', 'dhai mahine pehle'],
    ['a day to come', 'kal dunga'],
    ['a day that is about to come', '30 nov'],
    ['a stated year to come', '25/12/2026'],
    ['days later', '3 din baad'],
    ['haste', 'abhi'],
    ['the bare name of today', 'mangalwar'],
  ])('gives nothing for %s: %j', (_fact, text) => {
    expect(read(text)).toBeUndefined()
  })
})
