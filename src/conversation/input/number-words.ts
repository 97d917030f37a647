import type { Locale } from '../../base/locale'
import { lexicon } from './lexicon'
import { isOrdinaryWord } from './ordinary-words'
import type { Utterance } from './utterance'

/** A number found in an utterance, in digits or words. */
export interface NumberRead {
  /** Missing for digits that are not one number: a range, a date, a time, a fraction. */
  readonly value: number | undefined
  /** Index of its first token. */
  readonly at: number
  /** How many tokens it takes. */
  readonly length: number
}

const LONGEST_DIGITS = 15
const DIGITS = /^\d+$/

function decimalOrChain(said: Utterance, at: number): NumberRead {
  const { tokens, glued } = said
  let end = at + 1
  while (
    glued[end] &&
    /^[./:,-]$/.test(tokens[end] ?? '') &&
    glued[end + 1] &&
    DIGITS.test(tokens[end + 1] ?? '')
  ) {
    end += 2
  }
  const parts = tokens.slice(at, end)
  const single =
    parts.length === 1 || (parts.length === 3 && parts[1] === '.' && (parts[2]?.length ?? 0) <= 2)
  const short = parts.every((part) => part.length <= LONGEST_DIGITS)
  return { value: single && short ? Number(parts.join('')) : undefined, at, length: end - at }
}

type Meaning = { readonly meaning: string; readonly length: number }

/** "bas aath" is "only eight", not "basath". */
function isOnlySaid(tokens: readonly string[], at: number, joined: Meaning): boolean {
  return joined.length > 1 && lexicon('amounts').at(tokens.slice(at, at + 1), 0)?.meaning === 'just'
}

/** A number word as spelled, else as it sounds; an ordinary word is never a number by its sound. */
function lookUp(tokens: readonly string[], at: number, locale?: Locale): Meaning | undefined {
  const joined = lexicon('numbers').at(tokens, at, locale)
  const spelled = joined && isOnlySaid(tokens, at, joined) ? undefined : joined
  if (spelled || isOrdinaryWord(tokens[at] ?? '')) return spelled
  return lexicon('numbers', { sound: true, joined: false }).at(tokens, at, locale)
}

function wordMeaning(said: Utterance, at: number, locale?: Locale): Meaning | undefined {
  const { tokens, glued } = said
  if (tokens[at + 1] === '-' && glued[at + 1] && glued[at + 2] && tokens[at] !== '-') {
    const hyphened = lookUp([tokens[at] ?? '', tokens[at + 2] ?? ''], 0, locale)
    if (hyphened?.length === 2) return { meaning: hyphened.meaning, length: 3 }
  }
  return lookUp(tokens, at, locale)
}

function simple(said: Utterance, at: number, locale?: Locale): NumberRead | undefined {
  if (DIGITS.test(said.tokens[at] ?? '')) return decimalOrChain(said, at)
  const word = wordMeaning(said, at, locale)
  if (!word) return undefined
  const value = Number(word.meaning)
  return Number.isNaN(value) ? undefined : { value, at, length: word.length }
}

const BEFORE: Readonly<Record<string, { readonly add: number; readonly alone?: number }>> = {
  quarter_more: { add: 0.25, alone: 1.25 },
  half_before: { add: 0.5 },
  quarter_less: { add: -0.25, alone: 0.75 },
}

/** sava 3, saadhe 3, paune 3; of a hundred the part is a part of the hundred (sava sau = 125). */
function withPartBefore(said: Utterance, at: number, locale?: Locale): NumberRead | undefined {
  const word = wordMeaning(said, at, locale)
  const part = word && BEFORE[word.meaning]
  if (!part) return undefined
  const whole = simple(said, at + word.length, locale)
  if (whole?.value !== undefined && whole.value < 100) {
    return { value: whole.value + part.add, at, length: word.length + whole.length }
  }
  return part.alone === undefined ? undefined : { value: part.alone, at, length: word.length }
}

function withHundreds(said: Utterance, first: NumberRead, locale?: Locale): NumberRead {
  if (first.value === undefined) return first
  let { value, length } = first
  const isDigits = DIGITS.test(said.tokens[first.at] ?? '')
  for (;;) {
    const next = simple(said, first.at + length, locale)
    if (next?.value === undefined) return { ...first, value, length }
    const scale = next.value === 100 || next.value === 1000 || next.value === 100_000
    const scales = scale && !DIGITS.test(said.tokens[next.at] ?? '') && value < next.value
    const adds = !isDigits && value >= 100 && value % 100 === 0 && next.value >= 1 && next.value < 100
    if (!scales && !(adds && !DIGITS.test(said.tokens[next.at] ?? ''))) return { ...first, value, length }
    value = scales ? value * next.value : value + next.value
    length += next.length
  }
}

const WRITTEN_PARTS: Readonly<Record<string, number>> = { '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 }

/** "7 1/2" */
function writtenPart({ tokens, glued }: Utterance, at: number): number | undefined {
  if (tokens[at + 1] !== '/' || glued[at] || (glued[at + 3] && DIGITS.test(tokens[at + 3] ?? '')))
    return undefined
  return WRITTEN_PARTS[tokens.slice(at, at + 3).join('')]
}

function withPartAfter(said: Utterance, whole: NumberRead, locale?: Locale): NumberRead {
  if (whole.value === undefined) return whole
  const end = whole.at + whole.length
  const part = Number.isInteger(whole.value) ? writtenPart(said, end) : undefined
  if (part !== undefined) return { ...whole, value: whole.value + part, length: whole.length + 3 }
  const word = wordMeaning(said, end, locale)
  if (word?.meaning === 'half_more')
    return { ...whole, value: whole.value + 0.5, length: whole.length + word.length }
  if (word?.meaning !== 'point') return whole
  const tenths = simple(said, end + word.length, locale)
  if (tenths?.value === undefined || tenths.value > 99 || !Number.isInteger(tenths.value)) return whole
  return {
    ...whole,
    value: Number(`${whole.value}.${tenths.value}`),
    length: whole.length + word.length + tenths.length,
  }
}

/**
 * The number that starts at token `at`: digits of any script (`2`, `5.5`), number words of all languages 0-99 with
 * hundreds, and halves and quarters (`saadhe pachpan`, `dedh`, `two and a half`).
 */
export function readNumber(said: Utterance, at: number, locale?: Locale): NumberRead | undefined {
  const first = withPartBefore(said, at, locale) ?? simple(said, at, locale)
  return first && withPartAfter(said, withHundreds(said, first, locale), locale)
}

/** Every number of the utterance, left to right, none overlapping. */
export function numbersIn(said: Utterance, locale?: Locale): NumberRead[] {
  const found: NumberRead[] = []
  for (let at = 0; at < said.tokens.length;) {
    const number = readNumber(said, at, locale)
    if (number) found.push(number)
    at += number?.length ?? 1
  }
  return found
}
