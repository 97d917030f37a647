import { isMark, means, past, type Sign } from './signs'

/** A clock time as it was said; `part-of-day.ts` decides which half of the day it lies in. */
export interface ClockReading {
  readonly at: number
  /** Index of the sign after it. */
  readonly end: number
  readonly hour: number
  readonly minute: number
  /** Written like a clock ("17:00", "05:30") or followed by "baje", "am": a time by itself. */
  readonly marked: boolean
  /** Written with two digits and a colon: the 24-hour clock. */
  readonly padded: boolean
}

type Clock = Pick<ClockReading, 'hour' | 'minute' | 'end'> & Partial<ClockReading>
type Reader = (signs: readonly Sign[], at: number) => Clock | undefined

function small(signs: readonly Sign[], at: number, most: number): number | undefined {
  const sign = signs[at]
  if (sign?.meaning !== 'number' || (sign.digits && sign.text.length > 2)) return undefined
  return sign.value <= most ? sign.value : undefined
}

const twoDigits = (sign: Sign | undefined): boolean => !!sign?.digits && sign.text.length === 2

/** Minutes to add for "sava 10", "quarter to 11". */
const PARTS: Readonly<Record<string, number>> = {
  quarter_more: 15, half_more: 30, quarter_less: -15, quarter_past: 15, half_past: 30, quarter_to: -15,
} // prettier-ignore
const WHOLE_PARTS: Readonly<Record<string, number>> = { hour_and_half: 90, two_and_half: 150 }

const withPart: Reader = (signs, at) => {
  const meaning = signs[at]?.meaning ?? ''
  const alone = WHOLE_PARTS[meaning]
  if (alone !== undefined) return { hour: Math.floor(alone / 60), minute: alone % 60, end: at + 1 }
  const part = PARTS[meaning]
  // "sava baje", "paune baje": of the first hour.
  if (part !== undefined && meaning !== 'half_more' && means(signs, at + 1, 'clock')) {
    const quarter = part > 0 ? { hour: 1, minute: part } : { hour: 12, minute: 60 + part }
    return { ...quarter, end: at + 1, marked: true }
  }
  const hour = part === undefined ? undefined : small(signs, at + 1, 12)
  if (part === undefined || !hour) return undefined
  const minutes = ((hour * 60 + part - 60 + 720) % 720) + 60
  return { hour: Math.floor(minutes / 60), minute: minutes % 60, end: at + 2, marked: true }
}

/** 17:00, 10.30, 10:30:00. */
const withColon: Reader = (signs, at) => {
  const [hour, minute] = [small(signs, at, 99), small(signs, at + 2, 99)]
  if (hour === undefined || minute === undefined || !twoDigits(signs[at + 2])) return undefined
  if (!isMark(signs, at + 1, ':.') || isMark(signs, at - 1, './:-')) return undefined
  const dotted = signs[at + 1]?.text === '.'
  const end = isMark(signs, at + 3, ':') ? at + 5 : at + 3
  if (dotted && isMark(signs, at + 3, './-')) return undefined
  // "10.30" may be an amount as well: a time only if nothing else is said, or a time word follows.
  const marked = !dotted || signs.length === 3
  return { hour, minute, end, marked, padded: twoDigits(signs[at]) && !dotted }
}

const CLOCK_WORDS = ['clock', 'am', 'pm']

/** 1730 hrs, 1030am. */
const joined: Reader = (signs, at) => {
  const sign = signs[at]
  if (sign?.meaning !== 'number' || !sign.digits || !/^\d{3,4}$/.test(sign.text)) return undefined
  const hours = signs[at + 1]?.text === 'hours'
  if (!hours && !means(signs, at + 1, ...CLOCK_WORDS)) return undefined
  const padded = sign.text.length === 4
  const clock = { hour: Math.floor(sign.value / 100), minute: sign.value % 100 }
  return { ...clock, padded, marked: true, end: hours ? at + 2 : at + 1 }
}

/** "10 30 am", "ten thirty am", "10 baje 30 minute", "10 bajkar 15 minute". */
const withMinutes: Reader = (signs, at) => {
  const hour = small(signs, at, 24)
  if (hour === undefined) return undefined
  const said = means(signs, at + 1, 'clock', 'clock_and')
  const minuteIndex = said ? past(signs, at + 2, 'at', 'and') : at + 1
  const minute = small(signs, minuteIndex, 59)
  if (minute === undefined) return undefined
  if (said) {
    const counted = means(signs, minuteIndex + 1, 'minute')
    return counted || means(signs, at + 1, 'clock_and')
      ? { hour, minute, end: counted ? minuteIndex + 2 : minuteIndex + 1, marked: true }
      : undefined
  }
  // "10 11 baje" is a span, "10 15 baje" a quarter past.
  const closed = signs.length === minuteIndex + 1 || means(signs, minuteIndex + 1, ...CLOCK_WORDS)
  return closed && minute >= 13 && minute % 5 === 0 ? { hour, minute, end: minuteIndex + 1 } : undefined
}

const bare: Reader = (signs, at) => {
  const hour = small(signs, at, 24)
  return hour === undefined || signs[at]?.ordinal ? undefined : { hour, minute: 0, end: at + 1 }
}

const NAMED: Readonly<Record<string, number>> = { noon: 12, midnight: 0 }

/** "noon", "12 noon", "raat 12" said as "aadhi raat". */
const named: Reader = (signs, at) => {
  const twelve = small(signs, at, 24) === 12 && signs[at + 1] ? at + 1 : at
  const hour = NAMED[signs[twelve]?.meaning ?? '']
  if (hour === undefined) return undefined
  const end =
    small(signs, past(signs, twelve + 1, 'at'), 24) === 12 ? past(signs, twelve + 1, 'at') + 1 : twelve + 1
  return { hour, minute: 0, end, marked: true, padded: true }
}

const READERS: readonly Reader[] = [named, withPart, withColon, joined, withMinutes, bare]

/** Numbers of a date: 24/11. */
function isDated(signs: readonly Sign[], at: number): boolean {
  const before = isMark(signs, at - 1, '/') && means(signs, at - 2, 'number')
  return before || (isMark(signs, at + 1, '/') && means(signs, at + 2, 'number'))
}

/** Reads the clock time that starts at sign `at`; whether it is one of the day's times is for the caller. */
export function clockAt(signs: readonly Sign[], at: number): ClockReading | undefined {
  for (const reader of READERS) {
    const clock = reader(signs, at)
    if (!clock) continue
    const afterClock = means(signs, clock.end, 'clock') ? clock.end + 1 : clock.end
    if (isDated(signs, at) || means(signs, afterClock, 'counted')) return undefined
    const marked = clock.marked === true || means(signs, clock.end, ...CLOCK_WORDS)
    return { at, padded: false, ...clock, marked, end: afterClock }
  }
  return undefined
}
