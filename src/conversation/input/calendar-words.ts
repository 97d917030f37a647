import { distance } from 'fastest-levenshtein'
import type { Locale } from '../../base/locale'
import { sound } from './fold'
import { isMark, means, past, signsIn, type Sign } from './signs'
import type { Utterance } from './utterance'
import { isSwapped } from './typo'
import { vocabularies } from './words'

/** Shorter names of days and months sound like too many other words ("saat" like "sat", "tu" like "thu"). */
const SHORTEST_BY_SOUND = 5
const SHORTEST_TYPO = 5
const NAMED_DAY = /^(?:month|weekday)_\d+$/

interface DayName {
  readonly key: string
  readonly meaning: string
}

let dayNames: ReadonlyMap<string, readonly DayName[]> | undefined

/** Long month and weekday names by first letter: the only words a typing slip is forgiven in. */
function namesByInitial(): ReadonlyMap<string, readonly DayName[]> {
  if (dayNames) return dayNames
  const names = new Map<string, DayName[]>()
  for (const vocabulary of vocabularies('dates').values()) {
    for (const [meaning, spellings] of Object.entries(vocabulary)) {
      if (!NAMED_DAY.test(meaning)) continue
      for (const key of new Set(spellings.map(sound))) {
        if (key.length < SHORTEST_TYPO) continue
        const initial = key.slice(0, 1)
        names.set(initial, [...(names.get(initial) ?? []), { key, meaning }])
      }
    }
  }
  dayNames = names
  return names
}

const LONGEST_NAME = 14

function misspelledDayName(word: string): string | undefined {
  if (word.length < SHORTEST_TYPO || word.length > LONGEST_NAME) return undefined
  const key = sound(word)
  const bound = key.length >= 7 ? 2 : 1
  const near = (namesByInitial().get(key.slice(0, 1)) ?? []).filter(
    (name) =>
      Math.abs(name.key.length - key.length) <= bound &&
      (distance(name.key, key) <= bound || isSwapped(name.key, key)),
  )
  const meanings = new Set(near.map((name) => name.meaning))
  return meanings.size === 1 ? near[0]?.meaning : undefined
}

const COUNTING = new Set(['counted', 'clock'])

/** "2 unit", "10 baje", "10:30", "ward 5": numbers that are no part of a date. */
function otherNumber(signs: readonly Sign[], at: number): boolean {
  const [before, next] = [signs[at - 1], signs[at + 1]]
  if (COUNTING.has(next?.meaning ?? '') || before?.meaning === 'label') return true
  return before?.text === ':' || next?.text === ':'
}

/** "saat" and "sat disambar": the number, and not Saturday. */
function isSeven(signs: readonly Sign[], at: number): boolean {
  const sign = signs[at]
  if (sign?.meaning !== 'weekday_6_short') return false
  return sign.text === 'saat' || /^(?:month_|tarikh$)/.test(signs[at + 1]?.meaning ?? '')
}

const UNITS = ['minute', 'hour', 'day', 'week', 'fortnight', 'month', 'year']

/** Where "every 3 weeks", "har 21 din pe", "hafte me ek baar" ends, which is how often and no day; nothing for others. */
function intervalEnd(signs: readonly Sign[], at: number): number | undefined {
  if (UNITS.includes(signs[at]?.meaning ?? '') && means(signs, at + 1, 'every')) return at + 2
  if (!means(signs, at, 'every')) return undefined
  const unit = past(signs, at + 1, 'number', 'a', 'or', 'range', 'fraction', 'some', 'about')
  const end = isMark(signs, unit, '-') ? past(signs, unit + 1, 'number') : unit
  if (!UNITS.includes(signs[end]?.meaning ?? '')) return undefined
  // "har mahine 5 tarikh ko" names days, "har mahine chadhta hai" does not.
  if (end === at + 1 && !means(signs, end + 1, 'other', 'mark')) return undefined
  return past(signs, end + 1, 'of', 'later', 'in_after', 'on_after', 'on_before')
}

function withoutIntervals(signs: readonly Sign[]): readonly Sign[] {
  let end = 0
  return signs.map((sign, at) => {
    end = Math.max(end, intervalEnd(signs, at) ?? 0)
    return at < end ? { ...sign, meaning: 'other' } : sign
  })
}

/** Reads a text as signs of `words/dates.json`; numbers that are no part of a date are `other`. */
export function calendarSigns(said: Utterance, locale: Locale | undefined): readonly Sign[] {
  const signs = signsIn(said, {
    vocabulary: 'dates',
    locale,
    soundsLike: (meaning, letters) => letters >= SHORTEST_BY_SOUND || !/^(?:month|weekday)_/.test(meaning),
    guess: misspelledDayName,
  })
  return withoutIntervals(signs).map((sign, at) => {
    if (isSeven(signs, at)) return { ...sign, meaning: 'number', value: 7 }
    return sign.meaning === 'number' && otherNumber(signs, at) ? { ...sign, meaning: 'other' } : sign
  })
}
