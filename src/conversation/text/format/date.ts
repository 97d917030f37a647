import { type Formatter, FormatError, type FormatAsk, plain } from './formatter'
import type { Locale } from '../../../base/locale'

interface DayWords {
  readonly month: Intl.DateTimeFormat
  readonly weekday: Intl.DateTimeFormat
}

const words = new Map<Locale, DayWords>()
const years = new Map<string, Intl.DateTimeFormat>()
const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * "25 नवंबर, बुधवार": always day, month and weekday, so that nobody has to guess which tomorrow is meant; with the year
 * when it is not the running one.
 */
export const formatDate: Formatter = (value, ask) => {
  const date = plain(value)
  const [, year, , day] = CALENDAR_DATE.exec(date) ?? []
  if (!year || !day) throw new FormatError(`a date YYYY-MM-DD is wanted, not "${date}"`)
  const { month, weekday } = dayWords(ask.locale)
  const noon = Date.parse(`${date}T12:00:00Z`)
  const shownYear = year === runningYear(ask) ? '' : ` ${year}`
  return `${Number(day)} ${month.format(noon)}${shownYear}, ${weekday.format(noon)}`
}

/** The last donation: nothing answered means never, or not remembered. */
export const formatLastDonation: Formatter = (value, ask) =>
  value === null || value === undefined ? ask.word('last_donation_none') : formatDate(value, ask)

/** From when a donor may give again; `null`: at once. */
export const formatRestUntil: Formatter = (value, ask) =>
  value === null || value === undefined
    ? ask.word('rest_none')
    : ask.word('rest_until', { day: formatDate(value, ask) })

function dayWords(locale: Locale): DayWords {
  const known = words.get(locale)
  if (known) return known
  const made = {
    month: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  }
  words.set(locale, made)
  return made
}

function runningYear({ now, timeZone }: FormatAsk): string {
  let year = years.get(timeZone)
  if (!year) years.set(timeZone, (year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone })))
  return year.format(now)
}
