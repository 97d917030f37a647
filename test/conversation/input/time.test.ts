import { time } from '../../../src/conversation/input/time'

function read(text: string): string | undefined {
  return time(text, { now: Date.parse('2026-11-24T10:00:00+05:30'), timeZone: 'Asia/Kolkata' })
}

describe('time', () => {
  it.each([
    ['the morning', 'सुबह १० बजे', '10:00'],
    ['the hour first', '6 baje sham', '18:00'],
    ['without baje', 'sham 6', '18:00'],
    ['noon', 'dopahar 12', '12:00'],
    ['the afternoon', 'dopahar ke 2 baje', '14:00'],
    ['midnight', 'raat 12', '00:00'],
    ['the night', 'raat 9', '21:00'],
    ['the small hours', 'raat 2 baje', '02:00'],
    ['a quarter more', 'subah sava nau baje', '09:15'],
    ['a half more', 'शाम साढ़े चार बजे', '16:30'],
    ['a quarter less', 'paune gyarah baje', '10:45'],
    ['one and a half', 'dopahar dedh baje', '13:30'],
    ['two and a half', 'dhai baje dopahar', '14:30'],
    ['English quarters', 'quarter to 11', '10:45'],
    ['am', '10:30 a.m.', '10:30'],
    ['pm', '5pm', '17:00'],
    ['twelve am', '12:15 am', '00:15'],
    ['the 24-hour clock', '1730 hrs', '17:30'],
    ['minutes in words', 'subah 10 bajkar 15 minute', '10:15'],
    ['by', '10 baje tak', '10:00'],
    ['about', '4 baje ke kareeb sham ko', '16:00'],
    ['a date beside it', '24/11/2026 ko 10 baje subah', '10:00'],
    ['a correction', '10 nahi 11 baje', '11:00'],
    ['a corrected part of day', 'subah nahi sham 6 baje', '18:00'],
  ])('%s: %j', (_fact, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('reads the bare hours 7 to 12 as the day, and asks again for 1 to 6', () => {
    const hours = Array.from({ length: 12 }, (_none, index) => index + 1)
    const answers = hours.map((hour) => read(`${String(hour)} baje`))
    expect(answers).toEqual([
      ...Array<undefined>(6).fill(undefined),
      '07:00',
      '08:00',
      '09:00',
      '10:00',
      '11:00',
      '12:00',
    ])
  })

  it.each([
    ['a part of day alone', 'subah'],
    ['a bare number', '10'],
    ['a range', '10 se 12 baje'],
    ['a range with a part of day', 'subah 10-11'],
    ['two times', 'subah 10 ya sham 5 baje'],
    ['after', '10 baje ke baad'],
    ['before', 'before 10 am'],
    ['no such hour', '25:00'],
    ['no such minute', '10:75'],
    ['nobody`s morning', 'subah 12 baje'],
    ['a length of time', '2 ghante me'],
    ['any time', 'kabhi bhi'],
    ['maybe', 'shayad 10 baje'],
    ['units in the morning', '2 unit subah chahiye'],
    ['a date', '25/11'],
  ])('gives nothing for %s: %j', (_fact, text) => {
    expect(read(text)).toBeUndefined()
  })
})
