import { isSlipOf } from './typo'
import { utterance } from './utterance'
import { vocabularies } from './words'

/** Shorter words are too near to other words. */
const SHORTEST = 7
/** Longer than every word of the vocabularies. */
const LONGEST = 24
const WORD = /^[a-z]+$/
const VOWELS = /[aeiou]/g
/** Fewer consonants stand for too many words. */
const FEWEST_CONSONANTS = 3

type Meanings = ReadonlyMap<string, string>
interface Index {
  /** The words of the vocabulary by themselves less one letter. */
  readonly slips: ReadonlyMap<string, Meanings>
  /** Meanings by the consonants of a word. */
  readonly consonants: ReadonlyMap<string, ReadonlySet<string>>
}
const built = new Map<string, Index>()

function withoutOne(word: string): string[] {
  return [word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))]
}

function wordsOf(kind: string): (readonly [string, string])[] {
  const all = [...vocabularies(kind).values()].flatMap((vocabulary) => Object.entries(vocabulary))
  return all
    .flatMap(([meaning, spellings]) =>
      spellings.map((spelling) => [utterance(spelling).text, meaning] as const),
    )
    .filter(([word]) => WORD.test(word))
}

function build(kind: string): Index {
  const slips = new Map<string, Map<string, string>>()
  const consonants = new Map<string, Set<string>>()
  for (const [word, meaning] of wordsOf(kind)) {
    const bare = word.replace(VOWELS, '')
    consonants.set(bare, (consonants.get(bare) ?? new Set()).add(meaning))
    if (word.length < SHORTEST) continue
    for (const part of withoutOne(word)) {
      const words = slips.get(part) ?? new Map<string, string>()
      slips.set(part, words.set(word, meaning))
    }
  }
  return { slips, consonants }
}

function indexOf(kind: string): Index {
  const known = built.get(kind)
  if (known) return known
  const fresh = build(kind)
  built.set(kind, fresh)
  return fresh
}

function only(meanings: ReadonlySet<string>): string | undefined {
  return meanings.size === 1 ? [...meanings][0] : undefined
}

/**
 * The meaning of the long Latin word that `typed` is one typing slip away from; nothing when words of two meanings are
 * as near. For vocabularies of topics only, never for yes/no, groups or numbers.
 */
export function slipOf(typed: string, kind: string): string | undefined {
  if (typed.length < SHORTEST - 1 || typed.length > LONGEST || !WORD.test(typed)) return undefined
  const { slips } = indexOf(kind)
  const found = new Set<string>()
  for (const part of withoutOne(typed)) {
    for (const [word, meaning] of slips.get(part) ?? []) {
      if (isSlipOf(typed, word)) found.add(meaning)
    }
  }
  return only(found)
}

/** The meaning of a word that was typed without its vowels (`krna`, `bnd`, `cmp`), a last one perhaps kept. */
export function abbreviationOf(typed: string, kind: string): string | undefined {
  if (typed.length > LONGEST || !/^[b-df-hj-np-tv-z]+[aeiou]?$/.test(typed)) return undefined
  const bare = typed.replace(VOWELS, '')
  return bare.length < FEWEST_CONSONANTS ? undefined : only(indexOf(kind).consonants.get(bare) ?? new Set())
}
