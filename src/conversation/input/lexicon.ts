import type { Locale } from '../../base/locale'
import { sound, squeezed } from './fold'
import { remembering } from './remembering'
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
/** Several lexicons ask how the same words sound. */
const heard = remembering(sound)
const spokenHeard = remembering(spoken)
/** Words written apart may take more places than the phrase has words. */
const EXTRA_WORDS = 2
/** Beginnings of keys are compared up to so many letters, in steps beyond the first few. */
const [STEP, LONGEST_BEGINNING] = [4, 24]
/** Steps from word to word that are kept. */
const MOST_STEPS = 10_000
/** Longer than every word of the vocabularies: not worth keeping. */
const LONGEST_STEP = 40

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

  /** Keys that stand for several meanings. */
  shared(): string[] {
    return [...this.keys].filter(([, senses]) => senses.size > 1).map(([key]) => key)
  }

  /** The key `before` with one more word; nothing when no phrase goes on like that. */
  longer(before: string, word: string): string | undefined {
    const key = before === '' ? this.fold(word) : before + this.separator + this.fold(word)
    const goesOn = key !== '' && key.length <= this.longestKey && this.beginnings.has(beginningOf(key))
    return goesOn ? key : undefined
  }

  /** What the phrase of this key may mean. */
  senses(key: string): Senses | undefined {
    return this.keys.get(key)
  }
}

/** Some words from their first: the keys they make by level, and what they mean so far. */
interface Stretch {
  /** Nothing for a level none of whose phrases goes on like this. */
  readonly keys: readonly (string | undefined)[]
  readonly senses: Senses | undefined
  /** What follows by the next word; nothing for a word that ends every phrase. */
  readonly next: Map<string, Stretch | undefined>
}

/** Goes from word to word through the phrases of all levels at once; steps gone before are not worked out again. */
class Walk {
  private steps = 0
  private start: Stretch

  constructor(private readonly levels: readonly Level[]) {
    this.start = this.fresh()
  }

  private fresh(): Stretch {
    return { keys: this.levels.map(() => ''), senses: undefined, next: new Map() }
  }

  /** Where to begin; makes room before it is needed. */
  from(): Stretch {
    if (this.steps > MOST_STEPS) {
      this.start = this.fresh()
      this.steps = 0
    }
    return this.start
  }

  step(before: Stretch, word: string): Stretch | undefined {
    const known = before.next.get(word)
    if (known !== undefined || before.next.has(word)) return known
    const stretch = this.workOut(before, word)
    if (word.length > LONGEST_STEP) return stretch
    this.steps++
    before.next.set(word, stretch)
    return stretch
  }

  private workOut(before: Stretch, word: string): Stretch | undefined {
    const keys = this.levels.map((level, at) => {
      const key = before.keys[at]
      return key === undefined ? undefined : level.longer(key, word)
    })
    if (keys.every((key) => key === undefined)) return undefined
    // A stricter spelling with two meanings is not settled by a looser one.
    const senses = this.levels.flatMap((level, at) => level.senses(keys[at] ?? '') ?? [])[0]
    return { keys, senses, next: new Map() }
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
    new Level(heard, separator, soundWords(options.sound)),
    ...(options.spoken ? [new Level(spokenHeard, ' ', 1)] : []),
  ]
  const longest = Math.max(...kinds.map((all) => addAll(levels, all)))
  const most = separator === '' ? longest + EXTRA_WORDS : longest
  const walk = new Walk(levels)
  return {
    ambiguous: levels.flatMap((level) => level.shared()),
    at: (words, index, locale) => longestMatch(walk, { words, index, most, locale }),
  }
}

interface Search {
  readonly words: readonly string[]
  readonly index: number
  readonly most: number
  readonly locale: Locale | undefined
}

function longestMatch(walk: Walk, { words, index, most, locale }: Search): Match | undefined {
  const end = Math.min(words.length, index + most)
  let found: Match | undefined
  let stretch: Stretch | undefined = walk.from()
  for (let at = index; at < end; at++) {
    stretch = walk.step(stretch, words[at] ?? '')
    if (!stretch) break
    const meaning = stretch.senses && decide(stretch.senses, locale)
    if (meaning !== undefined) found = { meaning, length: at - index + 1 }
  }
  return found
}

/** By kind, then by options. */
const built = new Map<string, (Lexicon | undefined)[]>()

function numberOf({ sound, spoken, joined }: LexiconOptions): number {
  const sounds = sound === 'phrases' ? 2 : Number(sound ?? false)
  return sounds * 4 + Number(spoken ?? false) * 2 + Number(joined ?? true)
}

/**
 * The lexicon of `locales/<locale>/words/<kind>.json` for one or several kinds, built once per process. A spelling in
 * several kinds has the meaning of the first.
 */
export function lexicon(kinds: string | readonly string[], options: LexiconOptions = {}): Lexicon {
  // Asked for at every word of a message.
  const kind = typeof kinds === 'string' ? kinds : kinds.join(' ')
  const number = numberOf(options)
  const known = built.get(kind)
  return known?.[number] ?? keep(kind, number, buildLexicon([kinds].flat().map(vocabularies), options))
}

function keep(kind: string, number: number, fresh: Lexicon): Lexicon {
  const all = built.get(kind) ?? []
  all[number] = fresh
  built.set(kind, all)
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
