import type { Locale } from '../../base/locale'
import { DENIABLE } from './intent-rules'
import { lexicon, segments, type Segment } from './lexicon'
import { slipOf } from './slips'
import type { Utterance } from './utterance'

/** What a message speaks of. */
export interface Concepts {
  /** Names from the vocabulary; a denied one is written `!name`. */
  readonly said: ReadonlySet<string>
  /** Words that no vocabulary explains. */
  readonly unexplained: number
}

const VOCABULARY = 'intents'
/** How far a "not" reaches, in words. */
const REACH = 2
const IGNORED = /^\d+$|^[a-z]$|\p{Extended_Pictographic}/u
const YEAR = /^(19[4-9]\d|200[1-9]|20[1-3]\d)$/
const AMOUNT = /^[1-9]\d{2,4}$/

function meanings(words: readonly string[], locale?: Locale): Segment[] {
  return segments(words, lexicon(VOCABULARY, { sound: true }), locale).map((part) => {
    if (part.meaning !== undefined) return part
    return { ...part, meaning: slipOf(words[part.at] ?? '', VOCABULARY) }
  })
}

function denied(parts: readonly Segment[]): ReadonlySet<Segment> {
  const turned = new Set<Segment>()
  parts.forEach((part, index) => {
    if (part.meaning !== 'not') return
    const deniable = (one: Segment): boolean => one.meaning?.split('+').some((name) => DENIABLE.has(name)) ?? false
    const after = parts.slice(index + 1, index + 1 + REACH).find(deniable)
    const before = parts.slice(Math.max(0, index - REACH), index).reverse().find(deniable)
    const target = after ?? before
    if (target) turned.add(target)
  })
  return turned
}

function numbersIn(words: readonly string[]): string[] {
  const digits = words.filter((word) => /^\d+$/.test(word))
  const found = digits.length > 0 ? ['number'] : []
  return digits.some((word) => AMOUNT.test(word) && !YEAR.test(word)) ? [...found, 'amount'] : found
}

/** The concepts of a message, all languages together; `locale` decides between meanings of one spelling. */
export function concepts(said: Utterance, locale?: Locale): Concepts {
  const parts = meanings(said.words, locale)
  const turned = denied(parts)
  const names = parts.flatMap((part) => {
    const meant = part.meaning?.split('+') ?? []
    return turned.has(part) ? meant.map((name) => `!${name}`) : meant
  })
  const unexplained = parts.filter((part) => !part.meaning && !IGNORED.test(said.words[part.at] ?? '')).length
  return { said: new Set([...names, ...numbersIn(said.words)]), unexplained }
}
