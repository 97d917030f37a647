import type { Locale } from '../../base/locale'
import { skeleton } from './fold'
import { lexicon } from './lexicon'
import type { BloodGroup } from './recogniser'
import type { Utterance } from './utterance'

/** A blood group named with its Rh sign, and where. */
export interface GroupMention {
  readonly group: BloodGroup
  /** Index of its first token. */
  readonly at: number
  /** Index after its last token. */
  readonly end: number
}

type Letters = 'A' | 'B' | 'AB' | 'O'
interface Step<V> {
  readonly value: V
  readonly end: number
}

const VOCABULARY = 'groups'
const LETTERS: Readonly<Record<string, Letters>> = { a: 'A', b: 'B', o: 'O', ab: 'AB' }
const SIGNS: Readonly<Record<string, '+' | '-'>> = { positive: '+', negative: '-', '+': '+', '-': '-' }
/** The consonants that every spelling of the two words has. */
const BONES: Readonly<Record<string, '+' | '-'>> = { pstv: '+', ngtv: '-', nktv: '-' }
const OPENING = /^[([{:.,/]$/
const WORD = /^[\p{L}\p{M}\d]/u
/** "O blood group positive": at most so many tokens stand between the letter and its sign. */
const MOST_LINKS = 3

interface Reader {
  readonly said: Utterance
  readonly locale: Locale | undefined
}

function meaningAt({ said, locale }: Reader, at: number): Step<string> | undefined {
  const match = lexicon(VOCABULARY, { joined: false }).at(said.tokens, at, locale)
  return match && { value: match.meaning, end: at + match.length }
}

/** A, B, AB, O; subgroups A1, A2, A1B are A and AB; zero stands for O. */
function lettersAt(reader: Reader, at: number): Step<Letters> | undefined {
  const { tokens, glued } = reader.said
  if (tokens[at] === '0') return { value: 'O', end: at + 1 }
  const word = meaningAt(reader, at)
  const letters = word && LETTERS[word.value]
  if (!letters) return undefined
  const sub = letters !== 'O' && glued[word.end] && /^[1-3]$/.test(tokens[word.end] ?? '')
  if (!sub) return { value: letters, end: word.end }
  const whole = tokens[word.end + 1] === 'b' && glued[word.end + 1]
  return whole ? { value: 'AB', end: word.end + 2 } : { value: letters, end: word.end + 1 }
}

function signAt(reader: Reader, at: number): Step<'+' | '-'> | undefined {
  const { tokens, glued } = reader.said
  const token = tokens[at] ?? ''
  if (token === '+' || token === '-') {
    const ending = tokens[at + 1] === 've' || tokens[at + 1] === 'v'
    const word = signWordAt(reader, at + 1)
    if (token === '-' && word) return word
    const stands =
      token === '+' || ending || (glued[at] && !(glued[at + 1] && WORD.test(tokens[at + 1] ?? '')))
    return stands ? { value: SIGNS[token] ?? '+', end: ending ? at + 2 : at + 1 } : undefined
  }
  return signWordAt(reader, at)
}

function signWordAt(reader: Reader, at: number): Step<'+' | '-'> | undefined {
  const word = meaningAt(reader, at)
  const known = word && SIGNS[word.value]
  if (known) return { value: known, end: word.end }
  const token = reader.said.tokens[at] ?? ''
  const sign = token.length >= 5 ? BONES[skeleton(token)] : undefined
  return sign && { value: sign, end: at + 1 }
}

/** "bpositive", "oneg", "बीपॉजिटिव": letter and sign in one word. */
function joinedAt({ said, locale }: Reader, at: number): GroupMention | undefined {
  const token = said.tokens[at] ?? ''
  const words = lexicon(VOCABULARY, { joined: false })
  for (let cut = Math.min(4, token.length - 3); cut >= 1; cut--) {
    const letters = LETTERS[words.at([token.slice(0, cut)], 0, locale)?.meaning ?? '']
    const rest = token.slice(cut)
    const bones = rest.length >= 5 ? BONES[skeleton(rest)] : undefined
    const sign = letters && (SIGNS[words.at([rest], 0, locale)?.meaning ?? ''] ?? bones)
    if (letters && sign) return { group: `${letters}${sign}`, at, end: at + 1 }
  }
  return undefined
}

function mentionAt(reader: Reader, at: number): GroupMention | undefined {
  const joined = joinedAt(reader, at)
  if (joined) return joined
  const letters = lettersAt(reader, at)
  if (!letters) return undefined
  let next = letters.end
  for (let links = 0; links <= MOST_LINKS; links++) {
    const sign = signAt(reader, next)
    if (sign) return { group: `${letters.value}${sign.value}`, at, end: sign.end }
    const word = meaningAt(reader, next)
    if (word?.value !== 'link' && !OPENING.test(reader.said.tokens[next] ?? '')) return undefined
    next = word?.end ?? next + 1
  }
  return undefined
}

/** "a positive answer", "ab positive report aayi", "hepatitis B positive": speaks of something else. */
function isOfBlood(reader: Reader, { at, end }: GroupMention): boolean {
  return meaningAt(reader, end)?.value !== 'test' && meaningAt(reader, at - 1)?.value !== 'other_letter'
}

/** "5b+", "vitamin b+", "x-b": the letter is a part of something longer. */
function standsAlone({ said }: Reader, at: number): boolean {
  const before = said.tokens[at - 1] ?? ''
  return !said.glued[at] || !/^[\p{L}\p{M}\d+]/u.test(before) || /^[\p{Script=Devanagari}]/u.test(before)
}

/** The blood groups that a message names with their Rh sign, in order. */
export function groupMentions(said: Utterance, locale?: Locale): GroupMention[] {
  const reader: Reader = { said, locale }
  const found: GroupMention[] = []
  for (let at = 0; at < said.tokens.length;) {
    const mention = standsAlone(reader, at) ? mentionAt(reader, at) : undefined
    if (mention && isOfBlood(reader, mention)) found.push(mention)
    at = mention?.end ?? at + 1
  }
  return found
}
