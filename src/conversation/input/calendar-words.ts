import { distance } from 'fastest-levenshtein'
import type { Locale } from '../../base/locale'
import { sound } from './fold'
import { lexicon, type Match } from './lexicon'
import type { Utterance } from './utterance'
import { vocabularies } from './words'

/** A piece of a text as the calendar reads it: a word of `words/dates.json`, a number, a separating mark, or else. */
export interface Sign {
  /** A key of `words/dates.json`, or `number`, `mark`, `other`. */
  readonly meaning: string
  /** As it stands in the normalised text. */
  readonly text: string
  /** For `number`: its value. */
  readonly value: number
  /** For `number`: written in digits. */
  readonly digits: boolean
  /** For `number`: "5th", "5वीं", "fifth". */
  readonly ordinal: boolean
  /** Nothing stands between it and the sign before. */
  readonly glued: boolean
}

const MARKS = new Set(['/', '-', '.', ':', ',', '|', '\\', '&'])
const LONGEST_NUMBER = 8
/** Shorter words than this sound like too many others ("saat" like "sat", "tu" like "thu"). */
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
        if (key.length < SHORTEST_TYPO - 1) continue
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
    (name) => Math.abs(name.key.length - key.length) <= bound && distance(name.key, key) <= bound,
  )
  const meanings = new Set(near.map((name) => name.meaning))
  return meanings.size === 1 ? near[0]?.meaning : undefined
}

function phraseAt(tokens: readonly string[], at: number, locale: Locale | undefined): Match | undefined {
  const exact = lexicon('dates').at(tokens, at, locale)
  const alike = lexicon('dates', { sound: true }).at(tokens, at, locale)
  if (!alike || (exact && exact.length >= alike.length)) return exact
  const letters = tokens.slice(at, at + alike.length).join('').length
  const trusted = !/^(?:month|weekday)_/.test(alike.meaning) || letters >= SHORTEST_BY_SOUND
  return trusted ? alike : exact
}

const WORD = /^[\p{L}\p{M}]/u
const DIGITS = /^\d+$/

function sign(said: Utterance, at: number, part: Partial<Sign> & { readonly meaning: string }): Sign {
  const glued = said.glued[at] ?? false
  return { text: said.tokens[at] ?? '', value: Number.NaN, digits: false, ordinal: false, glued, ...part }
}

interface Step {
  readonly sign: Sign | undefined
  readonly length: number
}

function wordStep(said: Utterance, at: number, locale: Locale | undefined): Step {
  const word = said.tokens[at] ?? ''
  const phrase = phraseAt(said.tokens, at, locale)
  if (phrase) {
    const [, ordinal] = /^ordinal_(\d+)$/.exec(phrase.meaning) ?? []
    const read = ordinal
      ? { meaning: 'number', value: Number(ordinal), ordinal: true }
      : { meaning: phrase.meaning }
    return { sign: sign(said, at, read), length: phrase.length }
  }
  const number = lexicon('numbers', { sound: true }).at(said.tokens, at, locale)
  const value = number ? Number(number.meaning) : Number.NaN
  if (number && value >= 0 && value < 100)
    return { sign: sign(said, at, { meaning: 'number', value }), length: number.length }
  const name = misspelledDayName(word)
  return { sign: sign(said, at, { meaning: name ?? 'other' }), length: 1 }
}

function digitStep(said: Utterance, at: number, locale: Locale | undefined): Step {
  const digits = said.tokens[at] ?? ''
  if (digits.length > LONGEST_NUMBER) return { sign: sign(said, at, { meaning: 'other' }), length: 1 }
  const suffix = said.glued[at + 1] ? lexicon('dates').at(said.tokens, at + 1, locale) : undefined
  const ordinal = suffix?.meaning === 'rd'
  return {
    sign: sign(said, at, { meaning: 'number', value: Number(digits), digits: true, ordinal }),
    length: ordinal ? 1 + suffix.length : 1,
  }
}

function stepAt(said: Utterance, at: number, locale: Locale | undefined): Step {
  const token = said.tokens[at] ?? ''
  if (DIGITS.test(token)) return digitStep(said, at, locale)
  if (WORD.test(token)) return wordStep(said, at, locale)
  if (!MARKS.has(token)) return { sign: undefined, length: 1 }
  return { sign: sign(said, at, { meaning: 'mark' }), length: 1 }
}

/** A full stop or colon is part of a date only between digits; elsewhere it ends a sentence. */
function meaningful(sign: Sign, next: Sign | undefined): boolean {
  if (sign.meaning !== 'mark' || !/[.:]/.test(sign.text)) return true
  return sign.glued && next?.meaning === 'number' && next.glued
}

const COUNTING = new Set(['counted', 'clock'])

/** "2 unit", "10 baje", "10:30", "ward 5": numbers that are no part of a date. */
function otherNumber(signs: readonly Sign[], at: number): boolean {
  const [before, next] = [signs[at - 1], signs[at + 1]]
  if (COUNTING.has(next?.meaning ?? '') || before?.meaning === 'label') return true
  return before?.text === ':' || next?.text === ':'
}

/** Reads a text as signs, phrases joined, left to right. */
export function calendarSigns(said: Utterance, locale: Locale | undefined): readonly Sign[] {
  const all: Sign[] = []
  for (let at = 0; at < said.tokens.length;) {
    const step = stepAt(said, at, locale)
    if (step.sign) all.push(step.sign)
    at += step.length
  }
  const signs = all.filter((one, at) => meaningful(one, all[at + 1]))
  return signs.map((one, at) =>
    one.meaning === 'number' && otherNumber(signs, at) ? { ...one, meaning: 'other' } : one,
  )
}
