import { Temporal } from 'temporal-polyfill'
import { DAY, type CalendarDate, type Instant } from './clock'

/** Whether the text is a day of the calendar, written as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return addDays(text, 0) === text
  } catch {
    return false
  }
}

/** The day at this instant, in the time zone. */
export function dateAt(now: Instant, timeZone: string): CalendarDate {
  return zoned(now, timeZone).toPlainDate().toString()
}

/** The time of day `HH:MM` at this instant, in the time zone. */
export function timeAt(now: Instant, timeZone: string): string {
  return zoned(now, timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The instant of a day and time `HH:MM` in the time zone. */
export function instantOf(date: CalendarDate, time: string, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
}

/** The day so many days later, or earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  // Both are read as midnight UTC, where every day has 24 hours.
  return (Date.parse(to) - Date.parse(from)) / DAY
}

/** The n-th Sunday after the day: a Sunday itself does not count. */
export function sundayAfter(date: CalendarDate, n: number): CalendarDate {
  const day = Temporal.PlainDate.from(date)
  return day.add({ days: 7 - (day.dayOfWeek % 7) + 7 * (n - 1) }).toString()
}

/** The year of the day. */
export function yearOf(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).year
}

function zoned(now: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
}
