import { skeleton } from './fold'
import { lexicon } from './lexicon'
import { remembering } from './remembering'
import type { Utterance } from './utterance'
import { vocabularies } from './words'

export type Abo = 'A' | 'B' | 'AB' | 'O'
export type Rh = '+' | '-'

/** An ABO letter in a text, and the Rh it states: `clash` when the signs contradict each other. */
export interface AboMention {
  readonly abo: Abo
  readonly rh: Rh | 'clash' | undefined
  /** Rh is stated by a sign rather than a word. */
  readonly signed: boolean
  /** Rh stands after the letter. */
  readonly follows: boolean
  /** A spelling that is also something else: the English "be", the number zero, the article "a". */
  readonly guise: 'pun' | 'zero' | 'article' | undefined
  readonly at: number
  readonly length: number
}

interface RhRead {
  readonly rh: Rh | 'clash'
  readonly signed: boolean
  readonly end: number
}

const LETTERS: ReadonlySet<string> = new Set(['A', 'B', 'AB', 'O', 'B_pun', 'zero'])
const RH_BONES: Readonly<Record<string, Rh>> = { pstv: '+', ngtv: '-' }
/** Shorter words can have these consonants by accident. */
const SHORTEST_BY_BONES = 4
const MOST_BETWEEN = 4
const QUIET = /^[.,:;()[\]{}"'!।|]$/

let letters: ReadonlyMap<string, string> | undefined

/** Letter names are taken exactly as listed: `aa` or `bb` is something else. */
function letterNames(): ReadonlyMap<string, string> {
  return (letters ??= new Map(
    [...vocabularies('blood-group').values()]
      .flatMap((vocabulary) => Object.entries(vocabulary))
      .filter(([meaning]) => LETTERS.has(meaning))
      .flatMap(([meaning, spellings]) => spellings.map((spelling) => [spelling, meaning] as const)),
  ))
}

type Word = { readonly meaning: string; readonly length: number }

/** By tokens of a message: each word is asked about many times. */
const wordsRead = new WeakMap<readonly string[], Map<number, Word | undefined>>()

/** What the phrase at `at` is in the blood-group vocabulary. */
export function bloodWord({ tokens }: Utterance, at: number): Word | undefined {
  let words = wordsRead.get(tokens)
  if (!words) wordsRead.set(tokens, (words = new Map<number, Word | undefined>()))
  if (!words.has(at)) words.set(at, lexicon('blood-group', { joined: false }).at(tokens, at))
  return words.get(at)
}

const rhByBones = remembering((word) => RH_BONES[skeleton(word).replace(/vh$/, 'v')])

function rhOfWord(said: Utterance, at: number): Rh | undefined {
  const word = said.tokens[at] ?? ''
  const meaning = bloodWord(said, at)?.meaning
  if (meaning === 'positive') return '+'
  if (meaning === 'negative') return '-'
  return word.length >= SHORTEST_BY_BONES ? rhByBones(word) : undefined
}

const isTail = (said: Utterance, at: number): boolean => bloodWord(said, at)?.meaning === 'sign_tail'
const isLetter = (said: Utterance, at: number): boolean => letterNames().has(said.tokens[at] ?? '')

/** A dash after the letter may only separate: `B - 2 unit`, `b-12`. */
function separates({ tokens, glued }: Utterance, at: number): boolean {
  const next = tokens[at + 1]
  if (next === undefined || QUIET.test(next)) return false
  return !(glued[at] && !glued[at + 1]) || next === '/'
}

/** `B+2` counts nothing by itself, `B +91...` begins a phone number. */
function plusBelongsToNumber({ tokens, glued }: Utterance, at: number): boolean {
  if (!/^\d/.test(tokens[at + 1] ?? '') || !glued[at + 1]) return false
  return !glued[at] || (tokens[at + 1]?.length ?? 0) > 2 || !/^\p{L}/u.test(tokens[at + 2] ?? '')
}

function skipQuiet({ tokens }: Utterance, at: number): number {
  let next = at
  while (/^[()[\]]$/.test(tokens[next] ?? '')) next++
  return next
}

function rhOfSign(said: Utterance, at: number): RhRead | undefined {
  const { tokens, glued } = said
  const sign = tokens[at] as Rh
  let end = at + 1
  while (tokens[end] === sign) end++
  if (tokens[end] === '+' || tokens[end] === '-') return { rh: 'clash', signed: true, end: end + 1 }
  if (tokens[end] === '/' && /^[+-]$/.test(tokens[end + 1] ?? ''))
    return { rh: 'clash', signed: true, end: end + 2 }
  const inside = skipQuiet(said, end)
  if (isTail(said, inside)) return { rh: sign, signed: true, end: inside + 1 }
  const enclosed = inside > end && /^[+-]$/.test(tokens[inside] ?? '') ? (tokens[inside] as Rh) : undefined
  const word = rhOfWord(said, inside) ?? enclosed
  if (word === sign) return { rh: sign, signed: true, end: inside + 1 }
  if (word) {
    const separator = sign === '-' && !(glued[at] && !glued[at + 1])
    return { rh: separator ? word : 'clash', signed: false, end: inside + 1 }
  }
  if (sign === '-' ? separates(said, end - 1) : plusBelongsToNumber(said, at)) return undefined
  const adds = !(glued[at] && !glued[end])
  if (sign === '+' && adds && isLetter(said, end)) return { rh: 'clash', signed: true, end }
  return { rh: sign, signed: true, end }
}

function rhAt(said: Utterance, at: number): RhRead | undefined {
  const start = isTail(said, at) && /^[+-]$/.test(said.tokens[at + 1] ?? '') ? at + 1 : at
  if (/^[+-]$/.test(said.tokens[start] ?? '')) return rhOfSign(said, start)
  const word = rhOfWord(said, start)
  if (!word) return undefined
  const inside = skipQuiet(said, start + 1)
  const sign = said.tokens[inside]
  const confirms = inside > start + 1 && (sign === '+' || sign === '-')
  if (confirms && sign !== word) return { rh: 'clash', signed: false, end: inside + 1 }
  return { rh: word, signed: false, end: confirms ? inside + 1 : start + 1 }
}

/** The Rh after a letter, with words such as "group" and marks between. */
function rhAfter(said: Utterance, from: number): RhRead | undefined {
  for (let at = from; at <= from + MOST_BETWEEN; at++) {
    const rh = rhAt(said, at)
    if (rh) return alternative(said, rh)
    const role = bloodWord(said, at)?.meaning
    const quiet = QUIET.test(said.tokens[at] ?? '')
    if (role !== 'between' && role !== 'group' && !quiet) return undefined
  }
  return undefined
}

/** `positive or negative`, `+ or -`: two values. */
function alternative(said: Utterance, rh: RhRead): RhRead {
  const parted = said.tokens[rh.end] === '/' || bloodWord(said, rh.end)?.meaning === 'or'
  const other = rhAt(said, parted ? rh.end + 1 : rh.end)
  return other && other.rh !== rh.rh ? { rh: 'clash', signed: rh.signed, end: other.end } : rh
}

/** `positive B`, `+ve group B`. */
function rhBefore(said: Utterance, at: number): RhRead | undefined {
  const passes = (i: number): boolean =>
    ['between', 'group'].includes(bloodWord(said, i)?.meaning ?? '') || QUIET.test(said.tokens[i] ?? '')
  let start = at - 1
  while (start >= at - 3 && passes(start)) start--
  const isSigned = isTail(said, start) && /^[+-]$/.test(said.tokens[start - 1] ?? '')
  if (isSigned) return { rh: said.tokens[start - 1] as Rh, signed: true, end: at }
  const word = start >= 0 ? rhOfWord(said, start) : undefined
  return word && { rh: word, signed: false, end: at }
}

interface LetterRead {
  readonly abo: Abo
  readonly guise: AboMention['guise']
  readonly end: number
  /** Rh written together with the letter. */
  readonly rh?: Rh
}

/** `a1`, `a2b`, `a-1`, `a b`, `a.b.` */
function longerA(said: Utterance, at: number): LetterRead {
  const { tokens, glued } = said
  const isB = (i: number): boolean => letterNames().get(tokens[i] ?? '') === 'B'
  if (tokens[at + 1] === '-' && tokens[at + 2] === '1' && glued[at + 2] && rhOfWord(said, at + 3)) {
    return { abo: 'A', guise: undefined, end: at + 3 }
  }
  const subtype = /^[1-3]$/.test(tokens[at + 1] ?? '') && glued[at + 1]
  if (subtype && isB(at + 2) && glued[at + 2]) return { abo: 'AB', guise: undefined, end: at + 3 }
  const joinedToSubtype = subtype && glued[at + 2] ? joinedLetter(said, at + 2) : undefined
  if (joinedToSubtype?.abo === 'B') return { ...joinedToSubtype, abo: 'AB' }
  if (subtype) return { abo: 'A', guise: undefined, end: at + 2 }
  const dotted = tokens[at + 1] === '.' ? at + 2 : at + 1
  const article = tokens[at] === 'a' && dotted === at + 1 ? 'article' : undefined
  const joined = joinedLetter(said, dotted)
  if (joined?.abo === 'B') return { ...joined, abo: 'AB', guise: article }
  if (!isB(dotted)) return { abo: 'A', guise: article, end: at + 1 }
  return { abo: 'AB', guise: article, end: dotted + 1 }
}

function joinedLetter(said: Utterance, at: number): LetterRead | undefined {
  const word = said.tokens[at] ?? ''
  if (word.length < SHORTEST_BY_BONES || word.length > 20) return undefined
  for (const [name, meaning] of letterNames()) {
    if (!word.startsWith(name) || meaning === 'B_pun') continue
    const rest = { ...said, tokens: [word.slice(name.length)] }
    const rh = rhOfWord(rest, 0)
    if (rh) return { abo: meaning === 'zero' ? 'O' : (meaning as Abo), guise: undefined, end: at + 1, rh }
  }
  return undefined
}

/** `x1b`, `b0`, `10`: a part of something longer. */
function isPartOfMore({ tokens, glued }: Utterance, at: number): boolean {
  if (!glued[at]) return false
  if (tokens[at] === '0') return /^[\p{L}\p{M}\d.]/u.test(tokens[at - 1] ?? '')
  return /^\d/.test(tokens[at - 1] ?? '') && glued[at - 1] === true && /^\p{L}/u.test(tokens[at - 2] ?? '')
}

function letterAt(said: Utterance, at: number): LetterRead | undefined {
  if (isPartOfMore(said, at)) return undefined
  const meaning = letterNames().get(said.tokens[at] ?? '')
  if (!meaning) return joinedLetter(said, at)
  if (meaning === 'A') return longerA(said, at)
  if (meaning === 'B_pun') return { abo: 'B', guise: 'pun', end: at + 1 }
  if (meaning === 'zero') return { abo: 'O', guise: 'zero', end: at + 1 }
  return { abo: meaning as Abo, guise: undefined, end: at + 1 }
}

/** Every ABO letter of the utterance with the Rh it states, left to right. */
export function aboMentions(said: Utterance): AboMention[] {
  const found: AboMention[] = []
  for (let at = 0; at < said.tokens.length; at++) {
    const letter = letterAt(said, at)
    if (!letter) continue
    const last = found.at(-1)
    const free = !last || last.at + last.length < at - 1 || last.rh === undefined
    const after = letter.rh ? undefined : rhAfter(said, letter.end)
    const before = letter.rh || !free ? undefined : rhBefore(said, at)
    const stated = after ?? before
    const clash = after && before && after.rh !== before.rh
    const end = Math.max(letter.end, stated?.end ?? 0)
    found.push({
      abo: letter.abo,
      rh: clash ? 'clash' : (letter.rh ?? stated?.rh),
      signed: stated?.signed ?? false,
      follows: letter.rh !== undefined || after !== undefined,
      guise: letter.guise,
      at,
      length: end - at,
    })
    at = end - 1
  }
  return found
}
