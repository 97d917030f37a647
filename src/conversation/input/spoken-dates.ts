import { daysFromToday, nearestWeekday, weekdayOfWeek, type Calendar, type Day } from './calendar-day'
import { aDay, type Meaning, type Reader, type Reading } from './calendar-reading'
import { isMark, means, past, type Sign } from './signs'

const WHICH: Readonly<Record<string, number>> = { next: 1, this: 0, last: -1 }
const UNITS = ['minute', 'hour', 'day', 'week', 'fortnight', 'month', 'year']
const SAT_OR_SEVEN = 'weekday_6_short'
/** Longer spans than these are another number that stands before a unit. */
const LONGEST: Readonly<Record<string, number>> = {
  minute: 1440, hour: 720, day: 3650, week: 520, fortnight: 260, month: 240, year: 60,
} // prettier-ignore

function spanEnd(calendar: Calendar, unit: string, amount: number): Day | undefined {
  if (amount > (LONGEST[unit] ?? 0)) return undefined
  if (unit === 'minute') return calendar.now.add({ minutes: amount }).toPlainDate()
  if (unit === 'hour') return calendar.now.add({ hours: amount }).toPlainDate()
  if (unit === 'fortnight') return daysFromToday(calendar, 14 * amount)
  return calendar.today.add({ [`${unit}s`]: amount })
}

interface Amount {
  readonly least: number
  readonly most: number
  readonly end: number
}

function oneAmount(signs: readonly Sign[], at: number): number | undefined {
  const sign = signs[at]
  if (sign?.meaning === 'number' && !sign.ordinal) return sign.value
  if (sign?.meaning === 'a') return 1
  return sign?.meaning === SAT_OR_SEVEN ? 7 : undefined
}

/** "3", "ek", "a", or two in a row: "2-3", "do teen", "1 ya 2". */
function amountAt(signs: readonly Sign[], at: number): Amount | undefined {
  const first = oneAmount(signs, at)
  if (first === undefined) return undefined
  const second = isMark(signs, at + 1, '-/,') || means(signs, at + 1, 'or', 'from', 'range') ? at + 2 : at + 1
  const other = oneAmount(signs, second)
  return other === undefined
    ? { least: first, most: first, end: at + 1 }
    : { least: Math.min(first, other), most: Math.max(first, other), end: second + 1 }
}

/** Words that may open a span; they say which way it goes when nothing after it does. */
const OPENERS: Readonly<Record<string, number>> = {
  in_before: 1, within_before: 1, after_before: 1, next: 1, last: -1,
} // prettier-ignore
const CLOSERS: Readonly<Record<string, number>> = {
  later: 1, in_after: 1, within_after: 1, month_5_or_in: 1, by_after: 1, ago: -1, elapsed: -1,
} // prettier-ignore

interface Way {
  readonly way: number
  readonly end: number
}

function wayAfter(signs: readonly Sign[], at: number): Way | undefined {
  let next = past(signs, at, 'of', 'bhar', 'only', 'about')
  if (signs[next]?.text === 'to') next++
  const way = CLOSERS[signs[next]?.meaning ?? '']
  if (way === undefined) return undefined
  return { way, end: past(signs, next + 1, 'later', 'within_after') }
}

const DAY_AHEAD: Readonly<Record<string, number>> = {
  today: 0,
  now: 0,
  tomorrow: 1,
  kal: 1,
  day_after: 2,
  parso: 2,
}

/** Where "3 days from tomorrow" and "aaj se 3 din baad" count from. */
function anchor(signs: readonly Sign[], at: number): number | undefined {
  return DAY_AHEAD[signs[at]?.meaning ?? '']
}

interface Span {
  readonly amount: Amount
  readonly unit: string
  readonly way: number
  /** Days between today and the day it counts from. */
  readonly shift: number
}

function spanMeaning(calendar: Calendar, { amount, unit, way, shift }: Span): Meaning {
  if (way !== calendar.direction) return { is: 'refused' }
  const ends = [amount.least, amount.most].map((n) => spanEnd(calendar, unit, n * way)?.add({ days: shift }))
  const [first, last] = ends
  return first && last && first.equals(last) ? { is: 'day', day: first } : { is: 'refused' }
}

/** "3 din baad", "in 2 weeks", "within 6 hours", "teen mahine pehle", "3 months ago", "ek do ghante mein". */
const span: Reader = (signs, at, calendar) => {
  const anchored = anchor(signs, at) !== undefined && means(signs, at + 1, 'from')
  const opened = signs[at]?.text === 'before' ? -1 : OPENERS[signs[at]?.meaning ?? '']
  const start = anchored ? at + 2 : opened === undefined ? at : past(signs, at + 1, 'about', 'of', 'only')
  const amount = amountAt(signs, start)
  const unit = signs[past(signs, amount?.end ?? start, 'of')]?.meaning ?? ''
  if (!amount || !UNITS.includes(unit)) return bareUnit(signs, at, calendar)
  const unitEnd = past(signs, amount.end, 'of') + 1
  const after = wayAfter(signs, unitEnd)
  const from = !anchored && means(signs, unitEnd, 'from') ? anchor(signs, unitEnd + 1) : undefined
  const shift = anchored ? anchor(signs, at) : from
  const whole =
    past(signs, 0, 'about', 'of', 'only') >= at &&
    past(signs, unitEnd, 'of', 'other', 'only') === signs.length
  // "hafte do hafte me", "do mahine aur 10 din": more than one amount. "4 saal": nobody needs blood in years.
  const before = means(signs, start - 1, 'and') ? start - 2 : start - 1
  const counted = !UNITS.includes(signs[before]?.meaning ?? '')
  const years = unit === 'year' && calendar.direction === 1
  const way =
    after?.way ?? (from === undefined ? opened : 1) ?? (whole && !years ? calendar.direction : undefined)
  if (way === undefined || !counted) return { at, length: unitEnd - at, meaning: { is: 'vague' } }
  // "half a year ago", "saadhe teen mahine pehle": no whole number of them.
  if (means(signs, start - 1, 'some', 'fraction'))
    return { at, length: unitEnd - at, meaning: { is: 'refused' } }
  const end = after?.end ?? (from === undefined ? unitEnd : unitEnd + 2)
  // "pichle 3 din": some time in them.
  if (means(signs, at, 'last') && !after) return { at, length: end - at, meaning: { is: 'vague' } }
  return { at, length: end - at, meaning: spanMeaning(calendar, { amount, unit, way, shift: shift ?? 0 }) }
}

/** "hafte bhar mein": a whole week without a number. */
function bareUnit(signs: readonly Sign[], at: number, calendar: Calendar): Reading | undefined {
  const unit = signs[at]?.meaning ?? ''
  if (!UNITS.includes(unit) || !means(signs, at + 1, 'bhar')) return undefined
  const after = wayAfter(signs, at + 2)
  if (!after) return undefined
  const amount = { least: 1, most: 1, end: at + 1 }
  return {
    at,
    length: after.end - at,
    meaning: spanMeaning(calendar, { amount, unit, way: after.way, shift: 0 }),
  }
}

function weekdayAt(signs: readonly Sign[], at: number): number | undefined {
  const [, weekday] = /^weekday_(\d)$/.exec(signs[at]?.meaning ?? '') ?? []
  return weekday ? Number(weekday) : undefined
}

/** "sat" and "sun" are also seven and "listen": a day only where a day is expected. */
function shortWeekdayAt(signs: readonly Sign[], at: number): number | undefined {
  const [, weekday] = /^weekday_(\d)_short$/.exec(signs[at]?.meaning ?? '') ?? []
  if (!weekday) return undefined
  const expected =
    signs.length === 1 ||
    means(signs, at - 1, 'next', 'last', 'this', 'on_before', 'by_before') ||
    means(signs, at + 1, 'on_after') ||
    isMark(signs, at + 1, ',')
  return expected ? Number(weekday) : undefined
}

function weekdayMeaning(calendar: Calendar, weekday: number, which: number | undefined): Meaning {
  if (which === -calendar.direction) return { is: 'refused' }
  const { today, direction } = calendar
  // The bare name of today's weekday may be today or a week away.
  const unclear = today.dayOfWeek === weekday && which !== direction
  return { is: 'weekday', weekday, day: unclear ? undefined : nearestWeekday(calendar, weekday) }
}

/** "somvar", "next monday", "pichle mangal ko", "agle hafte budhvar". */
const weekdayReader: Reader = (signs, at, calendar) => {
  const which = WHICH[signs[at]?.meaning ?? '']
  const start = which === undefined ? at : at + 1
  if (which !== undefined && means(signs, start, 'week', 'year')) return weekReader(signs, at, calendar)
  const weekday = weekdayAt(signs, start) ?? shortWeekdayAt(signs, start)
  if (weekday === undefined) return undefined
  const week = past(signs, start + 1, 'of', 'on_after', 'in_after')
  const after = WHICH[signs[week]?.meaning ?? '']
  if (after !== undefined && means(signs, week + 1, 'week')) {
    const meaning = { is: 'day', day: weekdayOfWeek(calendar, weekday, after) } as const
    return { at, length: week + 2 - at, meaning }
  }
  return { at, length: start + 1 - at, meaning: weekdayMeaning(calendar, weekday, which) }
}

function weekReader(signs: readonly Sign[], at: number, calendar: Calendar): Reading {
  const day = past(signs, at + 2, 'of', 'in_after', 'on_before')
  const weekday = weekdayAt(signs, day) ?? shortWeekdayAt(signs, day)
  if (weekday === undefined || !means(signs, at + 1, 'week'))
    return { at, length: 2, meaning: { is: 'vague' } }
  const away = WHICH[signs[at]?.meaning ?? ''] ?? 0
  return { at, length: day + 1 - at, meaning: { is: 'day', day: weekdayOfWeek(calendar, weekday, away) } }
}

/** Days from today; `either` when the question says which way. */
const DAY_WORDS: Readonly<Record<string, { readonly days: number; readonly either?: boolean }>> = {
  today: { days: 0 },
  tomorrow: { days: 1 },
  yesterday: { days: -1 },
  day_after: { days: 2 },
  day_before: { days: -2 },
  kal: { days: 1, either: true },
  parso: { days: 2, either: true },
  narso: { days: 3, either: true },
}

/** "aaj", "kal", "parso", "tomorrow", "urgent". */
const dayWord: Reader = (signs, at, calendar) => {
  const meaning = signs[at]?.meaning ?? ''
  if (meaning === 'now') return { at, length: 1, meaning: { is: 'urgent', day: calendar.today } }
  const word = DAY_WORDS[meaning]
  if (!word) return undefined
  const days = word.either ? word.days * calendar.direction : word.days
  return { at, length: 1, meaning: aDay(daysFromToday(calendar, days)) }
}

/** Dates said in words, relative to today. */
export const spokenDates: readonly Reader[] = [span, weekdayReader, dayWord]
