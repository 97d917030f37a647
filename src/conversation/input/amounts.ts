import type { Locale } from '../../base/locale'
import { countedApart } from './counted-together'
import { groupMentions } from './group-mentions'
import { lexicon } from './lexicon'
import { readNumber } from './number-words'
import { phoneMentions } from './phone-mentions'
import { utterance, type Utterance } from './utterance'

/** A number of a message and what it counts. */
export interface Amount {
  /** Missing for digits that are no one number: a range, a date, a time. */
  readonly value: number | undefined
  /**
   * A measure of the vocabulary (`unit`, `year`, `kilo` ...), `foreign` when it counts something else, `bare` when
   * nothing is said.
   */
  readonly of: string
  /** Its first token. */
  readonly word: string
}

/** An answer about an amount, taken apart. */
export interface Amounts {
  readonly amounts: readonly Amount[]
  /** What is said beside the numbers: meanings of the vocabulary, `undefined` for other words. */
  readonly beside: ReadonlySet<string | undefined>
}

interface Part {
  readonly meaning: string | undefined
  readonly number?: { readonly value: number | undefined; readonly word: string }
  readonly glued: boolean
  /** A single Latin letter. */
  readonly letter?: boolean
}

const VOCABULARY = ['amounts', 'counted', 'fillers']
/** Measures that stand after their number; the others of the vocabulary may stand before it. */
const MEASURES = new Set(['unit', 'year', 'month', 'kilo', 'gram', 'day', 'week', 'volume'])
const FOREIGN = new Set(['time', 'money', 'length', 'pound', 'thing', 'label', 'person'])
const LABELS: Readonly<Record<string, string>> = {
  age: 'year',
  weight: 'kilo',
  unit: 'unit',
  label: 'foreign',
}
const PASSED = new Set([
  'filler',
  'old',
  'is_old',
  'am_old',
  'full',
  'turned',
  'is',
  'group',
  'beside',
  'person',
  'just',
  'want',
  'whom',
])
/** As many fillers may stand between a label and its number: "umar meri beti ki 7". */
const FURTHEST = 3
/** Between two numbers, they make a range. */
const JOINERS = new Set(['or', '-'])
const SIGNS = new Set(['+', '-', '%', '₹'])
const WORD = /^[\p{L}\p{M}]/u
/** "33 M" is a man; "18 m" may be months. */
const FEWEST_MALE = 25
/** The number word that is also "give". */
const ALSO_GIVE = /^(?:do|दो)$/

function partAt(said: Utterance, at: number, { before, locale }: Position): { part: Part; length: number } {
  const { tokens } = said
  const glued = said.glued[at] ?? false
  const word = tokens[at] ?? ''
  if (/^[mf]$/.test(word) && tokens[at + 1] === '/' && /^\d/.test(tokens[at + 2] ?? '')) {
    return { part: { meaning: 'sex', glued }, length: 2 }
  }
  if (word === 'm' && (before?.number?.value ?? 0) >= FEWEST_MALE) {
    return { part: { meaning: 'sex', glued }, length: 1 }
  }
  const match = lexicon(VOCABULARY, { joined: false }).at(tokens, at, locale)
  // "untis" is a slip of "units" after a number, and 29 elsewhere.
  const measured = before?.number && MEASURES.has(match?.meaning ?? '')
  const number = measured || match?.meaning === 'give' ? undefined : readNumber(said, at, locale)
  if (number) {
    return {
      part: { meaning: 'number', number: { value: number.value, word }, glued },
      length: number.length,
    }
  }
  if (SIGNS.has(word)) return { part: { meaning: word, glued }, length: 1 }
  const meaning = WORD.test(word) ? match?.meaning : 'mark'
  return { part: { meaning, glued, letter: /^[a-z]$/.test(word) }, length: match?.length ?? 1 }
}

interface Position {
  /** The part before. */
  readonly before: Part | undefined
  readonly locale: Locale | undefined
}

/** Groups and phone numbers become one part each, so that no digit of theirs counts anything. */
function partsOf(said: Utterance, locale: Locale | undefined): Part[] {
  const taken = new Map<number, { readonly end: number; readonly meaning: string }>([
    ...groupMentions(said).map(({ at, end }) => [at, { end, meaning: 'group' }] as const),
    ...phoneMentions(said).map(({ at, end }) => [at, { end, meaning: 'phone' }] as const),
  ])
  const parts: Part[] = []
  for (let at = 0; at < said.tokens.length;) {
    const claim = taken.get(at)
    const step = claim ? undefined : partAt(said, at, { before: parts.at(-1), locale })
    parts.push(step?.part ?? { meaning: claim?.meaning, glued: said.glued[at] ?? false })
    at = claim?.end ?? at + (step?.length ?? 1)
  }
  return parts.filter(({ meaning }) => meaning !== 'mark')
}

function labelBefore(parts: readonly Part[], at: number): string | undefined {
  for (let i = at - 1; i >= Math.max(0, at - FURTHEST); i--) {
    const meaning = parts[i]?.meaning ?? ''
    const label = LABELS[meaning]
    // "2 units 3": the units are counted by the 2.
    if (label) return meaning === 'unit' && parts[i - 1]?.number ? undefined : label
    if (!PASSED.has(meaning) && meaning !== '-') return undefined
  }
  return undefined
}

const isDigits = ({ number }: Part): boolean => /^\d/.test(number?.word ?? '')

/** "give two" or "give": a number only beside what it counts, or where nobody is to give anything. */
function isGive(parts: readonly Part[], at: number): boolean {
  if (!ALSO_GIVE.test(parts[at]?.number?.word ?? '')) return false
  const next = parts[at + 1]?.meaning ?? ''
  if (MEASURES.has(next) || next === 'want') return false
  const [before, after] = [parts[at - 1], parts[at + 1]]
  if (['just', 'least'].includes(before?.meaning ?? '') || after?.meaning === 'just') return false
  if (labelBefore(parts, at)) return false
  if (JOINERS.has(before?.meaning ?? '') || JOINERS.has(after?.meaning ?? '')) return false
  if (after?.number || (before?.number && !isDigits(before))) return false
  return parts.some(({ meaning }, i) => i !== at && meaning !== 'filler')
}

/** "not 2", "2 unit nahi"; a "nahi" before the number corrects what was said earlier. */
function isDenied(parts: readonly Part[], at: number): boolean {
  if (parts[at - 1]?.meaning === 'not') return true
  let next = at + 1
  while (PASSED.has(parts[next]?.meaning ?? '') || MEASURES.has(parts[next]?.meaning ?? '')) next++
  return parts[next]?.meaning === 'nahi'
}

/** "A2", "B-12": a group or the number of a house. */
function isPartOfName(parts: readonly Part[], at: number): boolean {
  const dash = parts[at - 1]?.meaning === '-' && parts[at - 1]?.glued
  return Boolean(parts[at]?.glued && parts[dash ? at - 2 : at - 1]?.letter)
}

/** "3 tak", "3 unit tak" */
function isUpperLimit(parts: readonly Part[], at: number): boolean {
  const next = MEASURES.has(parts[at + 1]?.meaning ?? '') ? at + 2 : at + 1
  return parts[next]?.meaning === 'upto'
}

function measureOf(parts: readonly Part[], at: number): string {
  const next = parts[at + 1]
  const after = parts[at + 2]
  if (isPartOfName(parts, at)) return 'foreign'
  if (parts[at - 1]?.meaning === '₹' || next?.meaning === '%' || FOREIGN.has(next?.meaning ?? ''))
    return 'foreign'
  if (next?.meaning !== undefined && MEASURES.has(next.meaning)) return next.meaning
  if (PASSED.has(next?.meaning ?? '') && next?.meaning !== 'filler' && after?.meaning === 'unit')
    return 'unit'
  return labelBefore(parts, at) ?? 'bare'
}

/** Reads the numbers of an answer with what they count; `undefined` for signs before or between numbers (`-2`, `2+1`). */
export function amountsIn(text: string, locale?: Locale): Amounts | undefined {
  // "k.g." is "k g".
  const whole = utterance(text)
  const plain = countedApart(whole.text.replace(/(?<=[\p{L}\p{M}])\./gu, ' '))
  const parts = partsOf(plain === whole.text ? whole : utterance(plain), locale)
  const amounts: Amount[] = []
  for (const [at, { number }] of parts.entries()) {
    if (!number) continue
    if (parts[at + 1]?.meaning === '+') return undefined
    if (parts[at - 1]?.meaning === '-' && parts[at]?.glued && !parts[at - 1]?.glued) return undefined
    if (!isGive(parts, at) && !isDenied(parts, at)) amounts.push({ ...number, of: measureOf(parts, at) })
  }
  const beside = new Set(parts.filter(({ number }) => !number).map(({ meaning }) => meaning))
  if (parts.some(({ number }, at) => number && isUpperLimit(parts, at))) beside.add('limit')
  return { amounts, beside }
}
