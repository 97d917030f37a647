import type { Locale } from '../../base/locale'
import { sound, squeezed } from './fold'
import { spoken } from './spoken'
import { utterance } from './utterance'
import { vocabularies, type Vocabulary } from './words'

/** A phrase of the vocabulary found in a text. */
export interface Match {
  readonly meaning: string
  /** How many words it takes. */
  readonly length: number
}

export interface LexiconOptions {
  /** Also match spellings that only sound alike (`fold.ts`): of everything, or only of phrases of several words. */
  readonly sound?: boolean | 'phrases'
  /** Also match words of the other script and of dialects (`spoken.ts`). */
  readonly spoken?: boolean
  /** Also match phrases written as one word and words written apart. Default true. */
  readonly joined?: boolean
}

/** Finds the phrases of one vocabulary, all languages together. */
export interface Lexicon {
  /** The longest phrase that starts at `index`; `locale` decides between meanings of one spelling. */
  at(words: readonly string[], index: number, locale?: Locale): Match | undefined
  /** Keys that two meanings share, by fold: they match nothing unless the locale decides. */
  readonly ambiguous: readonly string[]
}

type Senses = Map<string, Set<Locale>>
type Fold = (word: string) => string
const asWritten: Fold = (word) => word
/** Words written apart may take more places than the phrase has words. */
const EXTRA_WORDS = 2
/** Beginnings of keys are compared up to so many letters, in steps beyond the first few. */
const [STEP, LONGEST_BEGINNING] = [4, 24]
const MOST_REMEMBERED = 5000

const foldedWords = new WeakMap<readonly string[], Map<Fold, string[]>>()

/** Long messages repeat their words. */
function foldedEach(words: readonly string[], fold: Fold): string[] {
  const known = new Map<string, string>()
  return words.map((word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const fresh = fold(word)
    known.set(word, fresh)
    return fresh
  })
}

function folded(words: readonly string[], fold: Fold): readonly string[] {
  let folds = foldedWords.get(words)
  if (!folds) foldedWords.set(words, (folds = new Map<Fold, string[]>()))
  let result = folds.get(fold)
  if (!result) folds.set(fold, (result = foldedEach(words, fold)))
  return result
}

/** The beginning of a key that is compared. */
function beginningOf(key: string): string {
  const length = Math.min(key.length, LONGEST_BEGINNING)
  return length < STEP ? key : key.slice(0, length - (length % STEP))
}

function addBeginnings(beginnings: Set<string>, key: string): void {
  for (let beginning = beginningOf(key); !beginnings.has(beginning);) {
    beginnings.add(beginning)
    beginning = beginningOf(beginning.slice(0, -1))
  }
}

class Level {
  private readonly keys = new Map<string, Senses>()
  /** How keys begin: most words begin none, and are not looked up further. */
  private readonly beginnings = new Set<string>()
  private settled: ReadonlySet<string> = new Set()
  private longestKey = 0

  constructor(
    readonly fold: Fold,
    private readonly separator: string,
    private readonly fewestWords: number,
  ) {}

  add(words: readonly string[], meaning: string, locale: Locale): void {
    if (words.length < this.fewestWords) return
    const key = words.map(this.fold).join(this.separator)
    if (this.settled.has(key)) return
    if (!this.keys.has(key)) addBeginnings(this.beginnings, key)
    const senses: Senses = this.keys.get(key) ?? new Map<string, Set<Locale>>()
    senses.set(meaning, (senses.get(meaning) ?? new Set<Locale>()).add(locale))
    this.keys.set(key, senses)
    this.longestKey = Math.max(this.longestKey, key.length)
  }

  /** Keeps what is there so far from being given another meaning. */
  settle(): void {
    this.settled = new Set(this.keys.keys())
  }

  /** Whether a key may begin with this word. */
  begins(word: string): boolean {
    return this.beginnings.has(beginningOf(this.fold(word)))
  }

  /** Keys that stand for several meanings. */
  shared(): string[] {
    return [...this.keys].filter(([, senses]) => senses.size > 1).map(([key]) => key)
  }

  /** What the words from `index` mean, for each number of words at once. */
  meaningsFrom(words: readonly string[], index: number, most: number): (Senses | undefined)[] {
    const parts = folded(words, this.fold)
    const found: (Senses | undefined)[] = []
    let key = ''
    for (let length = 1; length <= most && index + length <= parts.length; length++) {
      key += (length > 1 ? this.separator : '') + (parts[index + length - 1] ?? '')
      if (key.length > this.longestKey || !this.beginnings.has(beginningOf(key))) break
      found[length] = this.keys.get(key)
    }
    return found
  }
}

/** Answers of `ask` for the words that people use again and again; the others make room. */
function remembering(ask: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    if (answers.size >= MOST_REMEMBERED) answers.clear()
    const answer = ask(word)
    answers.set(word, answer)
    return answer
  }
}

function decide(senses: Senses, locale: Locale | undefined): string | undefined {
  if (senses.size === 1) return senses.keys().next().value
  if (locale === undefined) return undefined
  const here = [...senses].filter(([, locales]) => locales.has(locale))
  return here.length === 1 ? here[0]?.[0] : undefined
}

function soundWords(option: LexiconOptions['sound']): number {
  if (option === 'phrases') return 2
  return option ? 1 : Infinity
}

/** The vocabularies of one kind, by locale. */
export type Vocabularies = ReadonlyMap<Locale, Vocabulary>

function addAll(levels: readonly Level[], all: Vocabularies): number {
  let longest = 1
  for (const [locale, vocabulary] of all) {
    for (const [meaning, spellings] of Object.entries(vocabulary)) {
      for (const spelling of spellings) {
        const words = utterance(spelling).words
        longest = Math.max(longest, words.length)
        for (const level of levels) level.add(words, meaning, locale)
      }
    }
  }
  for (const level of levels) level.settle()
  return longest
}

/** Builds a lexicon; a spelling in several of the kinds has the meaning of the first. `lexicon` reads the files. */
export function buildLexicon(kinds: readonly Vocabularies[], options: LexiconOptions = {}): Lexicon {
  const separator = (options.joined ?? true) ? '' : ' '
  const levels = [
    new Level(asWritten, separator, 1),
    new Level(squeezed, separator, 1),
    new Level(sound, separator, soundWords(options.sound)),
    ...(options.spoken ? [new Level(spoken, ' ', 1)] : []),
  ]
  const longest = Math.max(...kinds.map((all) => addAll(levels, all)))
  const most = separator === '' ? longest + EXTRA_WORDS : longest
  const mayBegin = remembering((word) => levels.some((level) => level.begins(word)))
  return {
    ambiguous: levels.flatMap((level) => level.shared()),
    at: (words, index, locale) =>
      mayBegin(words[index] ?? '') ? longestMatch(levels, { words, index, most, locale }) : undefined,
  }
}

interface Search {
  readonly words: readonly string[]
  readonly index: number
  readonly most: number
  readonly locale: Locale | undefined
}

function longestMatch(levels: readonly Level[], { words, index, most, locale }: Search): Match | undefined {
  const found = levels.map((level) => level.meaningsFrom(words, index, most))
  for (let length = most; length >= 1; length--) {
    // A stricter spelling with two meanings is not settled by a looser one.
    const senses = found.find((byLength) => byLength[length])?.[length]
    const meaning = senses && decide(senses, locale)
    if (meaning !== undefined) return { meaning, length }
  }
  return undefined
}

const built = new Map<string, Lexicon>()

/**
 * The lexicon of `locales/<locale>/words/<kind>.json` for one or several kinds, built once per process. A spelling in
 * several kinds has the meaning of the first.
 */
export function lexicon(kinds: string | readonly string[], options: LexiconOptions = {}): Lexicon {
  // Asked for at every word of a message.
  const kind = typeof kinds === 'string' ? kinds : kinds.join(' ')
  const key = `${kind} ${String(options.sound)} ${String(options.spoken)} ${String(options.joined)}`
  const known = built.get(key)
  if (known) return known
  const fresh = buildLexicon([kinds].flat().map(vocabularies), options)
  built.set(key, fresh)
  return fresh
}

/** A stretch of a text: a phrase of the vocabulary, or one word it does not hold. */
export interface Segment {
  /** Missing for a word outside the vocabulary. */
  readonly meaning: string | undefined
  readonly at: number
  readonly length: number
}

/** Cuts the words into phrases of the lexicon, longest first from the left; other words stand alone. */
export function segments(words: readonly string[], vocabulary: Lexicon, locale?: Locale): Segment[] {
  const cut: Segment[] = []
  for (let at = 0; at < words.length;) {
    const match = vocabulary.at(words, at, locale)
    cut.push({ meaning: match?.meaning, at, length: match?.length ?? 1 })
    at += match?.length ?? 1
  }
  return cut
}
