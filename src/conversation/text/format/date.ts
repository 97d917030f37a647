import { MINUTE } from '../../../base/clock'
import { type Formatter, FormatError, type FormatAsk, plain } from './formatter'
import type { Locale } from '../../../base/locale'

interface DayWords {
  readonly month: Intl.DateTimeFormat
  readonly weekday: Intl.DateTimeFormat
  /** Written before: Intl is slow, and a city's requests name the same few days. */
  readonly written: Map<string, string>
}

const MAX_WRITTEN = 1_000
/** No time zone changes the year within one of these. */
const QUARTER = 15 * MINUTE

const words = new Map<Locale, DayWords>()
const years = new Map<string, { readonly format: Intl.DateTimeFormat; quarter: number; year: string }>()
const CALENDAR_DATE = /^(\d{4})-\d{2}-\d{2}$/

/**
 * "25 नवंबर, बुधवार": always day, month and weekday, so that nobody has to guess which tomorrow is meant; with the year
 * when it is not the running one.
 */
export const formatDate: Formatter = (value, ask) => {
  const date = plain(value)
  const year = CALENDAR_DATE.exec(date)?.[1]
  if (!year) throw new FormatError(`a date YYYY-MM-DD is wanted, not "${date}"`)
  return written(dayWords(ask.locale), date, year === runningYear(ask) ? '' : ` ${year}`)
}

/** "1 अप्रैल 2021": for a period, where the weekday says nothing. */
export const formatDay: Formatter = (value, ask) => {
  const date = plain(value)
  const year = CALENDAR_DATE.exec(date)?.[1]
  if (!year) throw new FormatError(`a date YYYY-MM-DD is wanted, not "${date}"`)
  const { month } = dayWords(ask.locale)
  return `${Number(date.slice(-2))} ${month.format(Date.parse(`${date}T12:00:00Z`))} ${year}`
}

/** The last donation: nothing answered means never, or not remembered. */
export const formatLastDonation: Formatter = (value, ask) =>
  value === null || value === undefined ? ask.word('last_donation_none') : formatDate(value, ask)

/** From when a donor may give again; `null`: at once. */
export const formatRestUntil: Formatter = (value, ask) =>
  value === null || value === undefined
    ? ask.word('rest_none')
    : ask.word('rest_until', { day: formatDate(value, ask) })

function written({ month, weekday, written }: DayWords, date: string, shownYear: string): string {
  const key = date + shownYear
  const known = written.get(key)
  if (known) return known
  const noon = Date.parse(`${date}T12:00:00Z`)
  const text = `${Number(date.slice(-2))} ${month.format(noon)}${shownYear}, ${weekday.format(noon)}`
  if (written.size >= MAX_WRITTEN) written.clear()
  written.set(key, text)
  return text
}

function dayWords(locale: Locale): DayWords {
  const known = words.get(locale)
  if (known) return known
  const made: DayWords = {
    month: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
    written: new Map(),
  }
  words.set(locale, made)
  return made
}

function runningYear({ now, timeZone }: FormatAsk): string {
  const quarter = Math.floor(now / QUARTER)
  const known = years.get(timeZone)
  if (known?.quarter === quarter) return known.year
  const format = known?.format ?? new Intl.DateTimeFormat('en', { year: 'numeric', timeZone })
  const year = format.format(now)
  years.set(timeZone, { format, quarter, year })
  return year
}
