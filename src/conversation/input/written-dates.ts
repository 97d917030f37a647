import { dayAndMonth, dayOf, dayOfAnyMonth, dayOfMonthAway, type Calendar, type Day } from './calendar-day'
import { aDay, type Meaning, type Reader } from './calendar-reading'
import { isMark, means, past, type Sign } from './signs'

const SEPARATORS = '/-.|\\'
/** Two-digit years: this far ahead for what is to come; for what is past, all of a life. */
const YEARS_AHEAD = 3
const YEARS_BACK = 70

function numberAt(signs: readonly Sign[], at: number): Sign | undefined {
  const sign = signs[at]
  return sign?.meaning === 'number' ? sign : undefined
}

function monthAt(signs: readonly Sign[], at: number): number | undefined {
  const [, month] = /^month_(\d+)$/.exec(signs[at]?.meaning ?? '') ?? []
  return month ? Number(month) : undefined
}

/** What a year was written as: four digits, or two that make sense; `NaN` for two that make none. */
function yearAt(signs: readonly Sign[], at: number, calendar: Calendar): number | undefined {
  const sign = numberAt(signs, at)
  if (!sign?.digits || sign.ordinal) return undefined
  if (sign.text.length === 4) return sign.value
  if (sign.text.length !== 2) return undefined
  const century = 2000
  const year = century + sign.value
  const { today, direction } = calendar
  if (direction === 1) return year >= today.year - 1 && year <= today.year + YEARS_AHEAD ? year : Number.NaN
  if (year <= today.year) return year
  return year - 100 >= today.year - YEARS_BACK ? year - 100 : Number.NaN
}

interface Written {
  readonly day: number
  readonly month: number
  readonly year: number | undefined
}

function statedDay({ day, month, year }: Written, calendar: Calendar): Meaning {
  if (year === undefined) return aDay(dayAndMonth(calendar, month, day))
  return Number.isNaN(year) || year < 1900 ? { is: 'refused' } : aDay(dayOf(year, month, day))
}

const WHICH: Readonly<Record<string, number>> = { next: 1, this: 0, last: -1 }

/** "pichle saal", "next year", before or after the day and month. */
function yearInWords(signs: readonly Sign[], at: number): number | undefined {
  const away = WHICH[signs[at]?.meaning ?? '']
  return away !== undefined && means(signs, at + 1, 'year') ? away : undefined
}

/** 2026-11-24. */
const isoDate: Reader = (signs, at) => {
  const [year, month, day] = [numberAt(signs, at), numberAt(signs, at + 2), numberAt(signs, at + 4)]
  if (!year?.digits || year.text.length !== 4 || !month || !day) return undefined
  if (!isMark(signs, at + 1, SEPARATORS) || signs[at + 3]?.text !== signs[at + 1]?.text) return undefined
  return { at, length: 5, meaning: aDay(dayOf(year.value, month.value, day.value)) }
}

const COMPACT = /^(\d\d)(\d\d)(\d{4})$/

/** 24112026. */
const compactDate: Reader = (signs, at) => {
  const [, day, month, year] = COMPACT.exec(numberAt(signs, at)?.text ?? '') ?? []
  if (!day || !month || !year) return undefined
  return { at, length: 1, meaning: aDay(dayOf(Number(year), Number(month), Number(day))) }
}

const isDayText = (sign: Sign | undefined): boolean => !!sign?.digits && sign.text.length <= 2

/** 24/11, 24-11-26, 24.11.2026. */
const separatedDate: Reader = (signs, at, calendar) => {
  const [day, month] = [numberAt(signs, at), numberAt(signs, at + 2)]
  if (!day || !month || !isDayText(day) || !isDayText(month) || month.ordinal) return undefined
  if (!isMark(signs, at + 1, SEPARATORS)) return undefined
  const separator = signs[at + 1]?.text
  const hasYear = isMark(signs, at + 3, SEPARATORS) && signs[at + 3]?.text === separator
  const year = hasYear ? yearAt(signs, at + 4, calendar) : undefined
  if (year === undefined && hasYear && numberAt(signs, at + 4))
    return { at, length: 5, meaning: { is: 'refused' } }
  const end = at + (year === undefined ? 3 : 5)
  const spaced =
    year === undefined && signs[end]?.text.length === 4 ? yearAt(signs, end, calendar) : undefined
  const length = end - at + (spaced === undefined ? 0 : 1)
  // "5-6" is as likely from the 5th to the 6th; "2-3 din", "20-25 tarikh" are spans.
  const range = separator === '-' && year === undefined && month.value === day.value + 1
  if (range) return { at, length, meaning: { is: 'refused' } }
  const written = { day: day.value, month: month.value, year: year ?? spaced }
  return { at, length, meaning: statedDay(written, calendar) }
}

/** A message of nothing but "24 11 2026", "24 11 26" or "24 11". */
const spacedDate: Reader = (signs, at, calendar) => {
  if (at !== 0 || signs.length > 3 || !signs.every((sign) => sign.meaning === 'number' && sign.digits)) {
    return undefined
  }
  const [day, month] = signs
  if (!day || !month || !isDayText(day) || !isDayText(month)) return undefined
  const year = yearAt(signs, 2, calendar)
  if (signs.length === 3 && year === undefined) return undefined
  const plain = day.value > 12 || [day, month].some((sign) => sign.text.startsWith('0'))
  if (signs.length === 2 && !plain) return undefined
  const written = { day: day.value, month: month.value, year }
  return { at, length: signs.length, meaning: statedDay(written, calendar) }
}

function afterSeparator(signs: readonly Sign[], at: number): number {
  return isMark(signs, at, `${SEPARATORS},`) ? at + 1 : at
}

/** "24 nov", "24th of november 2026", "pandrah august", "5 march pichle saal", "25 mai". */
const dayThenMonth: Reader = (signs, at, calendar) => {
  const day = numberAt(signs, at)
  if (!day || (day.digits && day.text.length > 2)) return undefined
  const monthIndex = afterSeparator(signs, past(signs, at + 1, 'of', 'tarikh', 'on_after'))
  const may = means(signs, monthIndex, 'month_5_or_in') ? 5 : undefined
  const month = monthAt(signs, monthIndex) ?? may
  if (month === undefined) return undefined
  const yearIndex = afterSeparator(signs, past(signs, monthIndex + 1, 'of'))
  const year = yearAt(signs, yearIndex, calendar)
  const away = yearInWords(signs, yearIndex)
  const written = { day: day.value, month, year: away === undefined ? year : calendar.today.year + away }
  const end = away !== undefined ? yearIndex + 2 : year !== undefined ? yearIndex + 1 : monthIndex + 1
  return { at, length: end - at, meaning: statedDay(written, calendar) }
}

/** "nov 24", "november 24th, 2026", "march ki 5 tarikh". A month with a year has no day. */
const monthThenDay: Reader = (signs, at, calendar) => {
  const month = monthAt(signs, at)
  if (month === undefined) return undefined
  const dayIndex = afterSeparator(signs, past(signs, at + 1, 'of', 'in_after', 'tarikh'))
  const day = numberAt(signs, dayIndex)
  if (!day) return { at, length: 1, meaning: { is: 'vague' } }
  if (day.digits && day.text.length > 2) return { at, length: dayIndex + 1 - at, meaning: { is: 'vague' } }
  // "dec 1st week"
  if (means(signs, dayIndex + 1, 'week')) return { at, length: dayIndex + 2 - at, meaning: { is: 'vague' } }
  const yearIndex = afterSeparator(signs, past(signs, dayIndex + 1, 'tarikh'))
  const year = yearAt(signs, yearIndex, calendar)
  const end = year === undefined ? past(signs, dayIndex + 1, 'tarikh') : yearIndex + 1
  return { at, length: end - at, meaning: statedDay({ day: day.value, month, year }, calendar) }
}

/** "last year 5 march", "pichle saal ki 5 march ko", "2024 mein 5 march ko". */
export const yearThenDay: Reader = (signs, at, calendar) => {
  const away = yearInWords(signs, at)
  const written = numberAt(signs, at)
  const stated = written?.digits && /^(?:19|20)\d\d$/.test(written.text) ? written.value : undefined
  const year = away === undefined ? stated : calendar.today.year + away
  if (year === undefined || isMark(signs, at + 1, SEPARATORS) || isMark(signs, at - 1, SEPARATORS))
    return undefined
  const start = past(signs, away === undefined ? at + 1 : at + 2, 'of', 'in_after', 'on_before')
  const read = dayThenMonth(signs, start, calendar) ?? monthThenDay(signs, start, calendar)
  if (read?.meaning.is !== 'day') return undefined
  const { month, day } = read.meaning.day
  return { at, length: read.at + read.length - at, meaning: aDay(dayOf(year, month, day)) }
}

function onDay(day: Day | undefined, number: number): Meaning {
  return day ? { is: 'day_of_month', day, number } : { is: 'refused' }
}

/** "agle mahine ki 5 tarikh", "is mahine 28 ko". */
const dayOfNamedMonth: Reader = (signs, at, calendar) => {
  const away = WHICH[signs[at]?.meaning ?? '']
  if (away === undefined || !means(signs, at + 1, 'month')) return undefined
  const dayIndex = past(signs, at + 2, 'of', 'in_after', 'on_before', 'tarikh')
  const day = numberAt(signs, dayIndex)
  if (!day || day.value > 31 || means(signs, dayIndex + 1, 'week')) {
    return { at, length: dayIndex - at, meaning: { is: 'vague' } }
  }
  return { at, length: dayIndex + 1 - at, meaning: aDay(dayOfMonthAway(calendar, day.value, away)) }
}

/** "24 tarikh", "24 ko", "24th", "24 tak", "on 24", "5th of next month". */
const dayOfMonth: Reader = (signs, at, calendar) => {
  const start = past(signs, at, 'on_before', 'by_before', 'tarikh')
  const day = numberAt(signs, start)
  if (!day || (day.digits && day.text.length > 2)) return undefined
  // "on 5 october", "date 5/10": more than a day of the month.
  if (start > at && (dayThenMonth(signs, start, calendar) ?? separatedDate(signs, start, calendar)))
    return undefined
  if (day.ordinal && means(signs, start + 1, 'week')) return { at, length: 2, meaning: { is: 'vague' } }
  const named = past(signs, start + 1, 'of', 'tarikh')
  const away = WHICH[signs[named]?.meaning ?? '']
  if (away !== undefined && means(signs, named + 1, 'month')) {
    return { at, length: named + 2 - at, meaning: aDay(dayOfMonthAway(calendar, day.value, away)) }
  }
  const next = past(signs, start + 1, 'of')
  const marked =
    means(signs, next, 'tarikh') ||
    means(signs, at, 'on_before', 'tarikh') ||
    (day.ordinal && day.digits) ||
    (means(signs, next, 'on_after') && (day.digits || day.value > 10)) ||
    // "5 tak" is as likely five o'clock.
    (day.value > 12 && (means(signs, next, 'by_after') || means(signs, at, 'by_before')))
  if (!marked || means(signs, next, 'label')) return undefined
  const end = means(signs, next, 'tarikh') ? next + 1 : start + 1
  return { at, length: end - at, meaning: onDay(dayOfAnyMonth(calendar, day.value), day.value) }
}

/** Dates written with numbers and month names, the most explicit first. */
export const writtenDates: readonly Reader[] = [
  isoDate,
  compactDate,
  separatedDate,
  spacedDate,
  dayThenMonth,
  monthThenDay,
  dayOfNamedMonth,
  dayOfMonth,
]
