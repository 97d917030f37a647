import type { Locale } from '../../base/locale'
import { lexicon, type Lexicon, type Match } from './lexicon'
import { isOrdinaryWord } from './ordinary-words'
import type { Utterance } from './utterance'

/** A piece of a text: a phrase of a vocabulary, a number, a separating mark, or something else. */
export interface Sign {
  /** A key of the vocabulary, or `number`, `mark`, `other`. */
  readonly meaning: string
  /** Its first token as it stands in the normalised text. */
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

/** How a text is cut into signs. */
export interface SignOptions {
  /** `locales/<locale>/words/<vocabulary>.json`. Keys `ordinal_<n>` are numbers, `rd` is the ending of "5th". */
  readonly vocabulary: string
  readonly locale: Locale | undefined
  /** Whether a phrase with `letters` letters that only sounds right may have this meaning. */
  soundsLike(meaning: string, letters: number): boolean
  /** The meaning of a word that is in no vocabulary. */
  guess?(word: string): string | undefined
}

type Tokens = Pick<Utterance, 'tokens' | 'glued'>

const MARKS = new Set(['/', '-', '.', ':', ',', '|', '\\', '&'])
const LONGEST_NUMBER = 8
const WORD = /^[\p{L}\p{M}]/u
const DIGITS = /^\d+$/

/** Drops emoji, sentence marks, and full stops and colons that do not stand between digits ("a.m." is "a m"). */
function withoutPunctuation({ tokens, glued }: Tokens): Tokens {
  const kept = tokens.flatMap((token, at) => {
    if (WORD.test(token) || DIGITS.test(token)) return [at]
    if (!MARKS.has(token)) return []
    const between =
      glued[at] && glued[at + 1] && DIGITS.test(tokens[at - 1] ?? '') && DIGITS.test(tokens[at + 1] ?? '')
    return between || !/[.:]/.test(token) ? [at] : []
  })
  return {
    tokens: kept.map((at) => tokens[at] ?? ''),
    glued: kept.map((at, index) => kept[index - 1] === at - 1 && (glued[at] ?? false)),
  }
}

interface Step {
  readonly part: Partial<Sign> & { readonly meaning: string }
  readonly length: number
}

/** The vocabularies a text is read with: as spelled, and as they sound. */
interface Reader extends SignOptions {
  readonly spelled: Lexicon
  readonly sounded: Lexicon
  readonly numbers: Lexicon
  readonly soundedNumbers: Lexicon
}

function phraseStep(found: Match | undefined): Step | undefined {
  if (!found) return undefined
  const [, ordinal] = /^ordinal_(\d+)$/.exec(found.meaning) ?? []
  const part = ordinal
    ? { meaning: 'number', value: Number(ordinal), ordinal: true }
    : { meaning: found.meaning }
  return { part, length: found.length }
}

function numberStep(found: Match | undefined): Step | undefined {
  const value = found ? Number(found.meaning) : Number.NaN
  if (!found || !(value >= 0 && value <= 100)) return undefined
  // Halves count nothing in a calendar or on a clock face.
  const part = Number.isInteger(value) ? { meaning: 'number', value } : { meaning: 'fraction' }
  return { part, length: found.length }
}

function guessStep(tokens: readonly string[], at: number, reader: Reader): Step | undefined {
  const number = numberStep(reader.soundedNumbers.at(tokens, at, reader.locale))
  const meaning = number ? undefined : reader.guess?.(tokens[at] ?? '')
  return number ?? (meaning === undefined ? undefined : { part: { meaning }, length: 1 })
}

/** A phrase or number as it is spelled, then one that sounds like it, then a guess. */
function wordStep(tokens: readonly string[], at: number, reader: Reader): Step {
  const { locale } = reader
  const exact = reader.spelled.at(tokens, at, locale)
  const ordinary = isOrdinaryWord(tokens[at] ?? '')
  const alike = ordinary ? undefined : reader.sounded.at(tokens, at, locale)
  const longer = alike && alike.length > (exact?.length ?? 0)
  const letters = longer ? tokens.slice(at, at + alike.length).join('').length : 0
  const trusted = longer && reader.soundsLike(alike.meaning, letters) ? alike : undefined
  return (
    (trusted && trusted.length > 1 ? phraseStep(trusted) : undefined) ??
    phraseStep(exact) ??
    numberStep(reader.numbers.at(tokens, at, locale)) ??
    phraseStep(trusted) ??
    (ordinary ? undefined : guessStep(tokens, at, reader)) ?? { part: { meaning: 'other' }, length: 1 }
  )
}

function digitStep({ tokens, glued }: Tokens, at: number, reader: Reader): Step {
  const digits = tokens[at] ?? ''
  // "2moro", "2day": spelled with a digit.
  const phrase = glued[at + 1] ? reader.spelled.at(tokens, at, reader.locale) : undefined
  if (phrase && phrase.length > 1) return { part: { meaning: phrase.meaning }, length: phrase.length }
  if (digits.length > LONGEST_NUMBER) return { part: { meaning: 'other' }, length: 1 }
  const suffix = reader.spelled.at(tokens, at + 1, reader.locale)
  const ordinal = suffix?.meaning === 'rd'
  const part = { meaning: 'number', value: Number(digits), digits: true, ordinal }
  return { part, length: ordinal ? 1 + suffix.length : 1 }
}

function stepAt(said: Tokens, at: number, reader: Reader): Step {
  const token = said.tokens[at] ?? ''
  if (DIGITS.test(token)) return digitStep(said, at, reader)
  return MARKS.has(token) ? { part: { meaning: 'mark' }, length: 1 } : wordStep(said.tokens, at, reader)
}

/** Reads a text as signs, left to right, phrases joined and punctuation left out. */
export function signsIn(said: Utterance, options: SignOptions): readonly Sign[] {
  const plain = withoutPunctuation(said)
  const reader: Reader = {
    spelled: lexicon(options.vocabulary),
    // Words that only sound right are not put together from pieces: "a day" is no "aadhe".
    sounded: lexicon(options.vocabulary, { sound: true, joined: false }),
    numbers: lexicon('numbers'),
    soundedNumbers: lexicon('numbers', { sound: true }),
    ...options,
  }
  const signs: Sign[] = []
  for (let at = 0; at < plain.tokens.length;) {
    const { part, length } = stepAt(plain, at, reader)
    const glued = plain.glued[at] ?? false
    const text = plain.tokens[at] ?? ''
    signs.push({ text, value: Number.NaN, digits: false, ordinal: false, glued, ...part })
    at += length
  }
  return signs
}

/** The index of the first sign from `at` on that has none of `meanings`. */
export function past(signs: readonly Sign[], at: number, ...meanings: readonly string[]): number {
  let next = at
  while (meanings.includes(signs[next]?.meaning ?? '')) next++
  return next
}

/** Whether sign `at` has one of `meanings`. */
export function means(signs: readonly Sign[], at: number, ...meanings: readonly string[]): boolean {
  return meanings.includes(signs[at]?.meaning ?? '')
}

/** Whether sign `at` is a mark, one of `marks`. */
export function isMark(signs: readonly Sign[], at: number, marks: string): boolean {
  const sign = signs[at]
  return sign?.meaning === 'mark' && marks.includes(sign.text)
}

/**
 * Whether what starts at `at` is taken back: "not" stands before it, "nahi" after it at `next`. An English "not" after
 * it takes back what follows ("tomorrow, not today").
 */
export function isTakenBack(signs: readonly Sign[], at: number, next: number): boolean {
  if (signs[at - 1]?.text === 'not') return true
  return means(signs, next, 'not') && (signs[next]?.text !== 'not' || next === signs.length - 1)
}
