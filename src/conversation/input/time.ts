import { clockAt, type ClockReading } from './clock-reading'
import { minuteOfDay } from './part-of-day'
import type { Recogniser } from './recogniser'
import { isMark, isTakenBack, means, past, signsIn, type Sign } from './signs'
import { utterance } from './utterance'

const LINKS = ['or', 'and', 'from', 'range']

const isHour = (signs: readonly Sign[], at: number): boolean =>
  means(signs, at, 'number') &&
  (signs[at]?.value ?? Infinity) <= 24 &&
  !isMark(signs, at - 1, '/') &&
  !means(signs, at + 1, 'counted')

/** "10-11 baje", "10 se 12 baje", "10 ya 11", "10 baje se 12". */
function isRange(signs: readonly Sign[], clock: ClockReading): boolean {
  const before = clock.at - 1
  const first = isMark(signs, before, '-,&') || means(signs, before, ...LINKS) ? before - 1 : before
  if (isHour(signs, first) && !means(signs, first - 1, 'quarter_past', 'half_past')) return true
  const after = past(signs, clock.end, 'am', 'pm', 'at')
  return (isMark(signs, after, '-,&') || means(signs, after, ...LINKS)) && isHour(signs, after + 1)
}

/** "10 baje ke baad", "before 10 am": some other time. */
function isOpenEnded(signs: readonly Sign[], clock: ClockReading): boolean {
  const next = past(signs, clock.end, 'am', 'pm', 'at', 'from')
  // "4pm after school" says what comes before it.
  const told = /^(?:after|before)$/.test(signs[next]?.text ?? '') && means(signs, next + 1, 'other')
  if (means(signs, next, 'after') && !told) return true
  const before = signs[clock.at - 1]
  return before?.text === 'after' || before?.text === 'before'
}

function isDenied(signs: readonly Sign[], clock: ClockReading): boolean {
  return isTakenBack(signs, clock.at, past(signs, clock.end, 'am', 'pm', 'at'))
}

/** "subah nahi sham 6": the part of day that was taken back is left out. */
function withoutDeniedParts(signs: readonly Sign[]): readonly Sign[] {
  return signs.filter(
    (sign, at) =>
      !(/^(?:morning|afternoon|evening|night)$/.test(sign.meaning) && means(signs, at + 1, 'not')) ||
      means(signs, at - 1, 'clock'),
  )
}

/** Reads `HH:MM` on the 24-hour clock. Ranges, two times, "after 10", and hours 1-6 without a part of day give nothing. */
export const time: Recogniser<string> = (text, options) => {
  const said = signsIn(utterance(text), {
    vocabulary: 'times',
    locale: options.locale,
    soundsLike: (_meaning, letters) => letters >= 4,
  })
  const signs = withoutDeniedParts(said)
  if (signs.some((sign) => sign.meaning === 'unsure' || sign.meaning === 'every')) return undefined
  const found = new Set<number>()
  for (let at = 0; at < signs.length;) {
    const clock = clockAt(signs, at)
    const minute = clock && minuteOfDay(signs, clock)
    if (clock && minute !== undefined && !isDenied(signs, clock)) {
      if (minute === 'refused' || isRange(signs, clock) || isOpenEnded(signs, clock)) return undefined
      found.add(minute)
    }
    at = clock?.end ?? at + 1
  }
  const [minute] = found
  if (minute === undefined || found.size > 1) return undefined
  const digits = (value: number): string => String(value).padStart(2, '0')
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`
}
