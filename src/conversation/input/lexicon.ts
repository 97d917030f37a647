import type { Locale } from '../../base/locale'
import { sound, squeezed } from './fold'
import { utterance } from './utterance'
import { vocabularies, type Vocabulary } from './words'

/** A phrase of the vocabulary found in a text. */
export interface Match {
  readonly meaning: string
  /** How many words it takes. */
  readonly length: number
}

export interface LexiconOptions {
  /** Also match spellings that only sound alike (`fold.ts`). */
  readonly sound?: boolean
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
/** Words written apart may take more places than the phrase has words. */
const EXTRA_WORDS = 2

const foldedWords = new WeakMap<readonly string[], Map<Fold, string[]>>()

function folded(words: readonly string[], fold: Fold): readonly string[] {
  let folds = foldedWords.get(words)
  if (!folds) foldedWords.set(words, (folds = new Map<Fold, string[]>()))
  let result = folds.get(fold)
  if (!result) folds.set(fold, (result = words.map(fold)))
  return result
}

class Level {
  readonly keys = new Map<string, Senses>()
  longestKey = 0

  constructor(
    readonly fold: Fold,
    private readonly separator: string,
  ) {}

  add(words: readonly string[], meaning: string, locale: Locale): void {
    const key = words.map(this.fold).join(this.separator)
    const senses: Senses = this.keys.get(key) ?? new Map<string, Set<Locale>>()
    senses.set(meaning, (senses.get(meaning) ?? new Set<Locale>()).add(locale))
    this.keys.set(key, senses)
    this.longestKey = Math.max(this.longestKey, key.length)
  }

  /** Longest first is the caller's task: this gives the meaning for every length at once. */
  meaningsFrom(words: readonly string[], index: number, most: number): (Senses | undefined)[] {
    const parts = folded(words, this.fold)
    const found: (Senses | undefined)[] = []
    let key = ''
    for (let length = 1; length <= most && index + length <= parts.length; length++) {
      key += (length > 1 ? this.separator : '') + (parts[index + length - 1] ?? '')
      if (key.length > this.longestKey) break
      found[length] = this.keys.get(key)
    }
    return found
  }
}

function decide(senses: Senses, locale: Locale | undefined): string | undefined {
  if (senses.size === 1) return senses.keys().next().value
  if (locale === undefined) return undefined
  const here = [...senses].filter(([, locales]) => locales.has(locale))
  return here.length === 1 ? here[0]?.[0] : undefined
}

/** Builds a lexicon from vocabularies given by locale; `lexicon` is the one for files. */
export function buildLexicon(all: ReadonlyMap<Locale, Vocabulary>, options: LexiconOptions = {}): Lexicon {
  const same: Fold = (word) => word
  const separator = (options.joined ?? true) ? '' : ' '
  const folds = options.sound ? [same, squeezed, sound] : [same, squeezed]
  const levels = folds.map((fold) => new Level(fold, separator))
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
  const most = separator === '' ? longest + EXTRA_WORDS : longest
  const ambiguous = levels.flatMap((level) =>
    [...level.keys].filter(([, senses]) => senses.size > 1).map(([key]) => key),
  )
  return {
    ambiguous,
    at(words, index, locale) {
      const found = levels.map((level) => level.meaningsFrom(words, index, most))
      for (let length = most; length >= 1; length--) {
        for (const senses of found.map((byLength) => byLength[length])) {
          const meaning = senses && decide(senses, locale)
          if (meaning !== undefined) return { meaning, length }
          // A stricter spelling with two meanings is not settled by a looser one.
          if (senses) break
        }
      }
      return undefined
    },
  }
}

const built = new Map<string, Lexicon>()

/** The lexicon of `locales/<locale>/words/<kind>.json`, built once per process. */
export function lexicon(kind: string, options: LexiconOptions = {}): Lexicon {
  const key = `${kind} ${String(options.sound)} ${String(options.joined)}`
  const known = built.get(key)
  if (known) return known
  const fresh = buildLexicon(vocabularies(kind), options)
  built.set(key, fresh)
  return fresh
}
