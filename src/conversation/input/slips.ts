import { distance } from 'fastest-levenshtein'
import { utterance } from './utterance'
import { vocabularies } from './words'

/** Shorter words are too near to other words. */
const SHORTEST = 7
/** Longer than every word of the vocabularies. */
const LONGEST = 24
const WORD = /^[a-z]+$/

type Slips = ReadonlyMap<string, ReadonlyMap<string, string>>
const built = new Map<string, Slips>()

function withoutOne(word: string): string[] {
  return [word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))]
}

function build(kind: string): Slips {
  const slips = new Map<string, Map<string, string>>()
  for (const vocabulary of vocabularies(kind).values()) {
    for (const [meaning, spellings] of Object.entries(vocabulary)) {
      for (const spelling of spellings) {
        const word = utterance(spelling).text
        if (word.length < SHORTEST || !WORD.test(word)) continue
        for (const part of withoutOne(word)) {
          const words = slips.get(part) ?? new Map<string, string>()
          slips.set(part, words.set(word, meaning))
        }
      }
    }
  }
  return slips
}

/** One letter missing, added or wrong, or two neighbours swapped. */
function oneSlip(typed: string, word: string): boolean {
  if (distance(typed, word) <= 1) return true
  if (typed.length !== word.length) return false
  const at = [...typed].findIndex((letter, index) => letter !== word[index])
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2)
  return swapped === word
}

/**
 * The meaning of the long Latin word that `typed` is one typing slip away from; nothing when words of two meanings are
 * as near. For vocabularies of topics only, never for yes/no, groups or numbers.
 */
export function slipOf(typed: string, kind: string): string | undefined {
  if (typed.length < SHORTEST - 1 || typed.length > LONGEST || !WORD.test(typed)) return undefined
  let slips = built.get(kind)
  if (!slips) built.set(kind, (slips = build(kind)))
  const found = new Set<string>()
  for (const part of withoutOne(typed)) {
    for (const [word, meaning] of slips.get(part) ?? []) {
      if (word[0] === typed[0] && oneSlip(typed, word)) found.add(meaning)
    }
  }
  return found.size === 1 ? [...found][0] : undefined
}
