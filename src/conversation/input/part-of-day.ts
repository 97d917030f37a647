import type { ClockReading } from './clock-reading'
import { isMark, means, past, type Sign } from './signs'

const PARTS = ['morning', 'afternoon', 'evening', 'night', 'day_part']

type Shift = (hour: number) => number | undefined

/** The hour of the day for a spoken hour 1..12, or nothing when nobody says so ("subah 12", "dopahar 8"). */
const SHIFTS: Readonly<Record<string, Shift>> = {
  am: (hour) => hour % 12,
  pm: (hour) => (hour % 12) + 12,
  morning: (hour) => (hour < 12 ? hour : undefined),
  afternoon: (hour) => (hour >= 11 ? hour : hour <= 5 ? hour + 12 : undefined),
  evening: (hour) => (hour < 12 ? hour + 12 : undefined),
  night: (hour) => (hour === 12 ? 0 : hour <= 4 ? hour : hour >= 6 ? hour + 12 : undefined),
  day_part: (hour) => (hour >= 6 ? hour : hour + 12),
}

const OPEN_HOURS_FROM = 7

/**
 * A clock time without a part of day: donors and families come by day, so 7 to 12 are morning and noon, while 1 to 6
 * could be either and are asked again.
 */
function byDay({ hour, padded }: ClockReading): number | undefined {
  return padded || hour >= OPEN_HOURS_FROM ? hour : undefined
}

function partAfter(signs: readonly Sign[], { end }: ClockReading): string | undefined {
  if (means(signs, end, 'am', 'pm')) return signs[end]?.meaning
  const next = past(signs, end, 'at', 'in')
  return means(signs, next, ...PARTS) ? signs[next]?.meaning : undefined
}

function partBefore(signs: readonly Sign[], { at }: ClockReading): string | undefined {
  let before = at - 1
  while (means(signs, before, 'at', 'in') || isMark(signs, before, ',-')) before--
  return means(signs, before, ...PARTS, 'am', 'pm') ? signs[before]?.meaning : undefined
}

function onlyPart(signs: readonly Sign[]): string | undefined {
  const said = signs.filter((sign) => PARTS.includes(sign.meaning) && sign.meaning !== 'day_part')
  const parts = new Set(said.map((sign) => sign.meaning))
  return parts.size === 1 ? said[0]?.meaning : undefined
}

/** The parts of day next to a time, or the only one of the message if the time stands by itself. */
function partsFor(signs: readonly Sign[], clock: ClockReading): readonly string[] {
  const next = [partAfter(signs, clock), partBefore(signs, clock)].filter((part) => part !== undefined)
  const only = next.length === 0 && clock.marked ? onlyPart(signs) : undefined
  return only === undefined ? next : [only]
}

function hourIn(part: string, hour: number): number | undefined {
  const shift = SHIFTS[part]
  if (hour >= 1 && hour <= 12) return shift?.(hour)
  return hour === 0 || shift?.(hour - 12) === hour ? hour : undefined
}

/** What a clock time comes to: a minute of the day, `refused` for no possible time, nothing for no time at all. */
export function minuteOfDay(signs: readonly Sign[], clock: ClockReading): number | 'refused' | undefined {
  const parts = partsFor(signs, clock)
  const placed = parts.length > 0 && (clock.marked || !parts.includes('day_part'))
  if (!clock.marked && !placed && signs[clock.at - 1]?.text !== 'at') return undefined
  if (clock.hour > 23 || clock.minute > 59) return 'refused'
  const hours = new Set(parts.length === 0 ? [byDay(clock)] : parts.map((part) => hourIn(part, clock.hour)))
  const [hour] = hours
  return hour === undefined || hours.size > 1 ? 'refused' : hour * 60 + clock.minute
}
