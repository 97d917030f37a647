import { Temporal } from 'temporal-polyfill'
import type { RecogniseOptions } from './recogniser'

/** Which way a date is looked for: 1 = today or later, -1 = today or earlier. */
export type Direction = 1 | -1

export type Day = Temporal.PlainDate

/** What a date is read against. */
export interface Calendar {
  readonly now: Temporal.ZonedDateTime
  readonly today: Day
  readonly direction: Direction
  /** Days worked out for this text: a long message may say the same one a thousand times. */
  readonly known: Map<string, Day | undefined>
}

/** A date without a year this many days on the wrong side of today is a slip, not a date almost a year away. */
const SLIP_DAYS = 30

type Moment = Pick<Calendar, 'now' | 'today'>
/** Several readers of one message ask about the same moment. */
let latest: (Moment & Pick<RecogniseOptions, 'timeZone'> & { readonly instant: number }) | undefined

function momentOf({ now: instant, timeZone }: RecogniseOptions): Moment {
  if (latest?.instant === instant && latest.timeZone === timeZone) return latest
  const now = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  latest = { now, today: now.toPlainDate(), instant, timeZone }
  return latest
}

/** Converts `options.now` once, in `options.timeZone`. */
export function calendarAt(options: RecogniseOptions, direction: Direction): Calendar {
  const { now, today } = momentOf(options)
  return { now, today, direction, known: new Map() }
}

function remembered(calendar: Calendar, key: string, work: () => Day | undefined): Day | undefined {
  if (!calendar.known.has(key)) calendar.known.set(key, work())
  return calendar.known.get(key)
}

/** The day, or nothing when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day <= first.daysInMonth ? first.with({ day }) : undefined
}

/** `days` after (positive) or before today. */
export function daysFromToday(calendar: Calendar, days: number): Day {
  return calendar.today.add({ days })
}

/** Whether `day` is on the wrong side of today. */
export function wrongSide(calendar: Calendar, day: Day): boolean {
  return Temporal.PlainDate.compare(day, calendar.today) === -calendar.direction
}

/**
 * The nearest such day and month on the right side of today, at most a year away. Nothing when that day went by a
 * moment ago (a slip), or when the calendar has no such day.
 */
export function dayAndMonth(calendar: Calendar, month: number, day: number): Day | undefined {
  return remembered(calendar, `${day}/${month}`, () => nearestDayAndMonth(calendar, month, day))
}

function nearestDayAndMonth(calendar: Calendar, month: number, day: number): Day | undefined {
  const { today, direction } = calendar
  const years = [today.year - direction, today.year, today.year + direction]
  const days = years.map((year) => dayOf(year, month, day)).filter((one) => one !== undefined)
  const slip = days.some(
    (one) => wrongSide(calendar, one) && Math.abs(one.until(today, { largestUnit: 'day' }).days) <= SLIP_DAYS,
  )
  return slip ? undefined : days.find((one) => !wrongSide(calendar, one))
}

/** The nearest month, this one included, whose day `day` exists and is on the right side of today. */
export function dayOfAnyMonth(calendar: Calendar, day: number): Day | undefined {
  return remembered(calendar, String(day), () => nearestDayOfMonth(calendar, day))
}

function nearestDayOfMonth(calendar: Calendar, day: number): Day | undefined {
  for (let away = 0; away <= 2; away++) {
    const month = calendar.today.toPlainYearMonth().add({ months: away * calendar.direction })
    const found = dayOf(month.year, month.month, day)
    if (found && !wrongSide(calendar, found)) return found
  }
  return undefined
}

/** Day `day` of the month that is `away` months from this one. */
export function dayOfMonthAway(calendar: Calendar, day: number, away: number): Day | undefined {
  const month = calendar.today.toPlainYearMonth().add({ months: away })
  return dayOf(month.year, month.month, day)
}

/** The nearest such weekday (Monday = 1) strictly after, or before, today. */
export function nearestWeekday(calendar: Calendar, weekday: number): Day {
  const { today, direction } = calendar
  const ahead = ((weekday - today.dayOfWeek) * direction + 7) % 7 || 7
  return today.add({ days: ahead * direction })
}

/** The weekday in the calendar week (Monday first) that is `away` weeks from this one. */
export function weekdayOfWeek(calendar: Calendar, weekday: number, away: number): Day {
  return calendar.today.add({ days: weekday - calendar.today.dayOfWeek + 7 * away })
}
