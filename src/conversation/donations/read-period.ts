import { addDays, isDate, yearOf } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import type { Period } from '../../blood/donations/donation-store'
import { lexicon } from '../input/lexicon'
import { utterance } from '../input/utterance'

export interface NamedPeriod {
  readonly period: Period
  /** The numbers that are no part of it. */
  readonly numbers: readonly number[]
}

const YEAR = /^(?:19|20)\d{2}$/u
const DAY = /(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4})/gu

/**
 * "April", "अप्रैल 2021", "April June 2021", "2021", "1.4.2021 30.6.2021", "2021-04-01": the days it names, both included,
 * and what other numbers are there. A month without a year is the latest that has begun. Nothing where none is named.
 */
export function readPeriod(text: string, today: CalendarDate): NamedPeriod | undefined {
  const days = [...utterance(text).text.matchAll(DAY)].map(dayOf)
  const rest = utterance(utterance(text).text.replaceAll(DAY, ' ')).words
  if (days.length > 0) return periodOf(days, rest)
  const months = rest.flatMap((_word, at) => monthAt(rest, at))
  const year = rest.find((word) => YEAR.test(word))
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined)
    return year === undefined ? undefined : periodOf([`${year}-01-01`, `${year}-12-31`], without(rest, year))
  const ofYear = year ?? String(latestYear(first, today))
  return periodOf([firstDay(ofYear, first), monthOf(firstDay(ofYear, last)).to], without(rest, year))
}

/** The whole month that the day is in. */
export function monthOf(day: CalendarDate): Period {
  const from = `${day.slice(0, 7)}-01`
  const next = addDays(from, 31)
  return { from, to: addDays(`${next.slice(0, 7)}-01`, -1) }
}

function periodOf(days: readonly string[], rest: readonly string[]): NamedPeriod | undefined {
  if (days.length > 2 || !days.every(isDate)) return undefined
  const [from = '', to = from] = [...days].sort()
  return { period: { from, to }, numbers: rest.filter((word) => /^\d+$/u.test(word)).map(Number) }
}

function dayOf(match: RegExpMatchArray): string {
  const [, year, month, day, ofMonth = '', inYear = '', thisYear = ''] = match
  if (year !== undefined) return `${year}-${month ?? ''}-${day ?? ''}`
  return `${thisYear}-${inYear.padStart(2, '0')}-${ofMonth.padStart(2, '0')}`
}

function monthAt(words: readonly string[], at: number): readonly number[] {
  const meaning = lexicon('dates').at(words, at)?.meaning
  const [, month] = /^month_(\d+)$/u.exec(meaning ?? '') ?? []
  return month === undefined ? [] : [Number(month)]
}

function latestYear(month: number, today: CalendarDate): number {
  const year = yearOf(today)
  return firstDay(String(year), month) <= today ? year : year - 1
}

function firstDay(year: string, month: number): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-01`
}

function without(words: readonly string[], one: string | undefined): readonly string[] {
  return words.filter((word) => word !== one)
}
