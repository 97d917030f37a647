import type { CalendarDate } from '../../base/clock'
import { calendarAt, wrongSide, type Calendar, type Day, type Direction } from './calendar-day'
import type { Reading } from './calendar-reading'
import { calendarSigns } from './calendar-words'
import type { RecogniseOptions } from './recogniser'
import { spokenDates } from './spoken-dates'
import type { Utterance } from './utterance'
import { writtenDates, yearThenDay } from './written-dates'
import { isMark, isTakenBack, means, past, type Sign } from './signs'

const READERS = [yearThenDay, ...spokenDates, ...writtenDates]

function readAt(signs: readonly Sign[], at: number, calendar: Calendar): Reading | undefined {
  for (const reader of READERS) {
    const reading = reader(signs, at, calendar)
    if (reading) return reading
  }
  return undefined
}

function readingsIn(signs: readonly Sign[], calendar: Calendar): readonly Reading[] {
  const found: Reading[] = []
  for (let at = 0; at < signs.length;) {
    const reading = readAt(signs, at, calendar)
    if (reading) found.push(reading)
    at += reading?.length ?? 1
  }
  return found
}

const isNumber = (signs: readonly Sign[], at: number): boolean =>
  means(signs, at, 'number') && (signs[at]?.value ?? Infinity) <= 31

interface Gap {
  /** The first sign after the reading before. */
  readonly from: number
  /** The first sign of the reading after. */
  readonly to: number
}

/** "20-25 nov", "20 ya 25 ko", "do teen din", "24 nov se 26", "24 nov or 25": more than one day. */
function isRange(signs: readonly Sign[], reading: Reading, { from, to }: Gap): boolean {
  const before = reading.at - 1
  const startsWithNumber = isNumber(signs, reading.at)
  const linked = isMark(signs, before, '-/,.&') || means(signs, before, 'or', 'and', 'from', 'range')
  const first = linked ? before - 1 : before
  if (startsWithNumber && first >= from && isNumber(signs, first)) return true
  const end = reading.at + reading.length
  const after = past(signs, end, 'of', 'on_after', 'tarikh')
  if (means(signs, after, 'or')) return true
  return (
    after + 1 < to &&
    (isMark(signs, after, '-,&') || means(signs, after, 'or', 'and', 'from', 'range')) &&
    isNumber(signs, after + 1) &&
    !means(signs, after + 2, ...TIME_UNITS)
  )
}

const TIME_UNITS = ['minute', 'hour', 'day', 'week', 'fortnight', 'month', 'year']

/** "friday after jumma": after the prayer of that day. */
function namesTheSameDay(reading: Reading, before: Reading | undefined): boolean {
  const [said, again] = [before?.meaning, reading.meaning]
  const beside = before !== undefined && before.at + before.length === reading.at - 1
  return beside && said?.is === 'weekday' && again.is === 'weekday' && said.weekday === again.weekday
}

/** "24 ke baad", "25 se pehle", "kal ke baad": before or after a day is not that day. */
function isOpenEnded(signs: readonly Sign[], reading: Reading, direction: Direction): boolean {
  if (means(signs, reading.at - 1, 'after_before', 'ago')) return reading.meaning.is !== 'urgent'
  const next = past(signs, reading.at + reading.length, 'of', 'from', 'on_after')
  // "today before 4 pm" is today.
  if (signs[next]?.text === 'before' && means(signs, next + 2, 'clock', 'mark')) return false
  // "kal ho gaya" is over.
  return means(signs, next, 'ago', 'later') || (direction === 1 && means(signs, next, 'elapsed'))
}

/** "kal nahi", "25 ko nahi", "not tomorrow": taken back. */
function isDenied(signs: readonly Sign[], reading: Reading): boolean {
  const next = past(signs, reading.at + reading.length, 'of', 'on_after', 'by_after')
  const isParticle = /^(?:to|toh|तो)$/.test(signs[next]?.text ?? '') && means(signs, next + 1, 'not')
  return isTakenBack(signs, reading.at, isParticle ? next + 1 : next)
}

/** "har somvar", "daily": but "har group me" says nothing of days. */
function isRegular(signs: readonly Sign[], at: number): boolean {
  const counts = !/^(?:har|every|each|हर)$/.test(signs[at]?.text ?? '')
  return means(signs, at, 'every') && (counts || !means(signs, at + 1, 'other'))
}

/** Words that leave the day open, or say that it lies on the other side of today. */
function isUnsettled(signs: readonly Sign[], readings: readonly Reading[], direction: Direction): boolean {
  if (signs.some((sign, at) => sign.meaning === 'unsure' || isRegular(signs, at))) return true
  if (direction === 1) return false
  if (signs.some((sign) => sign.meaning === 'more' || sign.meaning === 'future')) return true
  // "abhi" alone asks for haste; "abhi diya" was today.
  const onlyNow = readings.every((reading) => reading.meaning.is === 'urgent')
  const first = readings[0]?.at ?? signs.length
  const happened = signs.some((sign, at) => at > first && sign.meaning === 'past_after')
  return onlyNow && !happened && !signs.some((sign) => sign.meaning === 'past')
}

/** "kal diya tha", "I gave on 5 nov": over, and no day to come. */
function isOver(signs: readonly Sign[], reading: Reading, { from, to }: Gap): boolean {
  const end = reading.at + reading.length
  return (
    signs.slice(from, reading.at).some((sign) => sign.meaning === 'past') ||
    signs.slice(end, to).some((sign) => sign.meaning === 'past' || sign.meaning === 'past_after')
  )
}

function sameDay(days: readonly Day[]): Day | undefined {
  const [first] = days
  return first && days.every((day) => day.equals(first)) ? first : undefined
}

/** One day out of all that was said: details must agree with it, and nothing may contradict it. */
function settle(readings: readonly Reading[], calendar: Calendar): Day | undefined {
  const meanings = readings.map((reading) => reading.meaning)
  if (meanings.some((meaning) => meaning.is === 'refused')) return undefined
  const days = meanings.flatMap((meaning) => (meaning.is === 'day' ? [meaning.day] : []))
  const numbers = meanings.flatMap((meaning) => (meaning.is === 'day_of_month' ? [meaning] : []))
  const weekdays = meanings.flatMap((meaning) => (meaning.is === 'weekday' ? [meaning] : []))
  const stated = sameDay(days) ?? (days.length === 0 ? sameDay(numbers.map((one) => one.day)) : undefined)
  if (stated) {
    const agrees =
      numbers.every((one) => one.number === stated.day) &&
      weekdays.every((one) => one.weekday === stated.dayOfWeek)
    return agrees && !wrongSide(calendar, stated) ? stated : undefined
  }
  if (days.length > 0 || numbers.length > 0) return undefined
  if (new Set(weekdays.map((one) => one.weekday)).size > 1) return undefined
  if (weekdays.length > 0) return sameDay(weekdays.flatMap((one) => (one.day ? [one.day] : [])))
  if (meanings.some((meaning) => meaning.is === 'vague')) return undefined
  return sameDay(meanings.flatMap((meaning) => (meaning.is === 'urgent' ? [meaning.day] : [])))
}

/** The one day a text states on the right side of today, or nothing. Both date recognisers are this function. */
export function readDate(
  said: Utterance,
  options: RecogniseOptions,
  direction: Direction,
): CalendarDate | undefined {
  const signs = calendarSigns(said, options.locale)
  if (signs.every(({ meaning }) => meaning === 'other' || meaning === 'mark')) return undefined
  const calendar = calendarAt(options, direction)
  const readings = readingsIn(signs, calendar)
  if (readings.length === 0 || isUnsettled(signs, readings, direction)) return undefined
  const gaps = readings.map((_reading, index) => {
    const [before, after] = [readings[index - 1], readings[index + 1]]
    return { from: before ? before.at + before.length : 0, to: after?.at ?? signs.length }
  })
  const kept = readings.filter((reading, index) => {
    const gap = gaps[index] ?? { from: 0, to: signs.length }
    return !isDenied(signs, reading) && !(direction === 1 && isOver(signs, reading, gap))
  })
  const unclear = kept.some((reading) => {
    const index = readings.indexOf(reading)
    const open = isOpenEnded(signs, reading, direction) && !namesTheSameDay(reading, readings[index - 1])
    return open || isRange(signs, reading, gaps[index] ?? { from: 0, to: signs.length })
  })
  if (unclear) return undefined
  return settle(kept, calendar)?.toString()
}
