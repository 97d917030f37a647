import { date } from '../../../src/conversation/input/date'

const TUESDAY = '2026-11-24T10:00:00+05:30'

function read(text: string, now = TUESDAY): string | undefined {
  return date(text, { now: Date.parse(now), timeZone: 'Asia/Kolkata' })
}

describe('date', () => {
  it.each([
    ['today', 'aaj', '2026-11-24'],
    ['urgent is today', 'bahut urgent hai', '2026-11-24'],
    ['urgent gives way to a stated day', 'urgent, kal subah', '2026-11-25'],
    ['tonight is today', 'tonight', '2026-11-24'],
    ['kal is tomorrow', 'कल तक', '2026-11-25'],
    ['parso is two days away', 'parson', '2026-11-26'],
    ['narso is three days away', 'नरसों', '2026-11-27'],
    ['within hours', 'within 20 hours', '2026-11-25'],
    ['one or two hours on the same day', 'ek do ghante mein', '2026-11-24'],
    ['a weekday is the next one', 'somvar', '2026-11-30'],
    ['so is the next weekday', 'agle somvar ko', '2026-11-30'],
    ['next with the name of today', 'agle mangal', '2026-12-01'],
    ['a weekday with a slip', 'wednsday', '2026-11-25'],
    ['days later', 'teen din baad', '2026-11-27'],
    ['days later from tomorrow', 'kal se do din baad', '2026-11-27'],
    ['a bare number of days', '3 din', '2026-11-27'],
    ['weeks later', 'do hafte me', '2026-12-08'],
    ['day, month', '30/11', '2026-11-30'],
    ['day, month, year', '30.11.26', '2026-11-30'],
    ['year first', '2026-11-30', '2026-11-30'],
    ['a day and a month name', '२५ नवम्बर को', '2026-11-25'],
    ['a month name and a day', 'december 5, 2026', '2026-12-05'],
    ['number words', 'pandrah august', '2027-08-15'],
    ['a misspelled month', '5 decmber', '2026-12-05'],
    ['the day of the month, today included', '24 tarikh', '2026-11-24'],
    ['the next day of the month', '5 tarikh', '2026-12-05'],
    ['the next month that has the day', '31 tarikh', '2026-12-31'],
    ['an ordinal', '25th', '2026-11-25'],
    ['a day of next month', 'agle mahine ki 5 tarikh', '2026-12-05'],
    ['details that agree', 'kal 25 tarikh, budhvar ko', '2026-11-25'],
    ['a correction', 'kal nahi parso', '2026-11-26'],
    ['an English correction', 'tomorrow, not today', '2026-11-25'],
    ['a son is not yesterday', 'mera beta kal admit hoga', '2026-11-25'],
    ['other numbers beside it', 'B+ 2 unit 5 saal ka beta kal 9876543210', '2026-11-25'],
  ])('%s: %j', (_fact, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['the bare name of today', 'mangalwar'],
    ['two days', 'kal ya parso'],
    ['a range of numbers', '25-27 nov'],
    ['a range of days', 'do teen din me'],
    ['details that disagree', 'kal 26 tarikh'],
    ['a weekday that does not fit the date', 'monday 29 nov'],
    ['a day the calendar lacks', '31/11'],
    ['29 February of another year', '29 feb'],
    ['month before day', '11/25'],
    ['a day that just went by', '10 nov'],
    ['a stated year in the past', '25 nov 2025'],
    ['something past', 'kal diya tha'],
    ['days ago', '2 din pehle'],
    ['last week`s day', 'pichle somvar'],
    ['next week', 'agle hafte'],
    ['soon', 'jaldi chahiye'],
    ['a month alone', 'march mein'],
    ['a festival', 'diwali ke baad'],
    ['a bare number', '25'],
    ['maybe', 'shayad kal'],
    ['every week', 'har somvar'],
    ['after a day', '25 ke baad'],
    ['before a day', '25 se pehle'],
    ['a day taken back', 'kal nahi'],
    ['one and a half months', 'dedh mahine baad'],
    ['a name', 'Ravi ko bolo'],
    ['listen', 'sun lo bhai'],
    ['since three days', '3 din se bharti hai'],
    ['a dose or a level', 'hb 7.5'],
  ])('gives nothing for %s: %j', (_fact, text) => {
    expect(read(text)).toBeUndefined()
  })

  it.each([
    [
      'the day of the operator, not of Greenwich',
      { text: 'aaj', now: '2026-11-24T00:05:00+05:30', want: '2026-11-24' },
    ],
    ['hours into the next day', { text: 'in 3 hours', now: '2026-11-24T23:30:00+05:30', want: '2026-11-25' }],
    [
      'the last day of a shorter month',
      { text: 'in 1 month', now: '2027-01-31T10:00:00+05:30', want: '2027-02-28' },
    ],
    ['a leap day', { text: '29 feb', now: '2028-02-10T10:00:00+05:30', want: '2028-02-29' }],
    ['the turn of the year', { text: '1 jan', now: '2026-12-31T10:00:00+05:30', want: '2027-01-01' }],
    [
      'a slip across the turn of the year',
      { text: '25 dec', now: '2027-01-05T10:00:00+05:30', want: undefined },
    ],
    [
      '31 days back is the coming year',
      { text: '24 oct', now: '2026-11-24T10:00:00+05:30', want: '2027-10-24' },
    ],
    ['30 days back is a slip', { text: '25 oct', now: '2026-11-24T10:00:00+05:30', want: undefined }],
  ])('knows %s: %j', (_fact, { text, now, want }) => {
    expect(read(text, now)).toBe(want)
  })

  it('takes a short English weekday for a day where a day is expected', () => {
    expect(read('sat')).toBe('2026-11-28')
    expect(read('sat din baad')).toBe('2026-12-01')
  })
})
