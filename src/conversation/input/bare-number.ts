import type { Locale } from '../../base/locale'
import { lexicon, segments } from './lexicon'
import { numbersIn } from './number-words'
import type { Utterance } from './utterance'

/** The number of a message that states one number and little else. */
export interface BareNumber {
  readonly value: number
  /** "at least", "more than" and the like stand beside it. */
  readonly least: boolean
  readonly limited: boolean
}

const DIGITS = /^\d/
/** The number word that is also "give": alone it is a number, beside whom or what to give it is not. */
const ALSO_GIVE = new Set(['do', 'दो'])

/**
 * The one number of a message whose other words do not change it ("2", "sirf do", "कम से कम 2 चाहिए"). Nothing when
 * anything else is said, or two numbers.
 */
export function bareNumber(said: Utterance, locale?: Locale): BareNumber | undefined {
  const numbers = numbersIn(said, locale)
  const [number] = numbers
  if (!number || numbers.length > 1 || number.value === undefined) return undefined
  const before = said.tokens.slice(0, number.at)
  const after = said.tokens.slice(number.at + number.length)
  const rest = [before, after].flatMap((tokens) => meaningsOf(tokens, locale))
  if (rest.some((meaning) => meaning === undefined)) return undefined
  const word = said.tokens[number.at] ?? ''
  const gives = !DIGITS.test(word) && ALSO_GIVE.has(word) && isGiving(before, locale)
  if (gives) return undefined
  return { value: number.value, least: rest.includes('least'), limited: rest.includes('limit') }
}

function meaningsOf(tokens: readonly string[], locale?: Locale): (string | undefined)[] {
  const words = tokens.filter((token) => /[\p{L}\p{M}\d]/u.test(token))
  return segments(words, lexicon(['beside', 'fillers']), locale).map((segment) => segment.meaning)
}

function isGiving(before: readonly string[], locale?: Locale): boolean {
  return before.some((word) => lexicon('giving').at([word], 0, locale) !== undefined)
}
