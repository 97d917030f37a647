import type { Locale } from '../../base/locale'
import { utterance } from './utterance'
import { vocabularies } from './words'

/** The vocabularies whose words tell a language apart. */
const EVIDENCE = ['fillers', 'intents', 'yes-no', 'numbers'] as const
/** Said in every language when blood is meant, and so evidence of none. */
const EVERYWHERE = ['positive', 'negative', 'unit', 'units', 'blood', 'group']

const DEVANAGARI = /\p{Script=Devanagari}/u

interface Evidence {
  /** For each word the languages that have it. */
  readonly words: ReadonlyMap<string, ReadonlySet<Locale>>
}

/**
 * The language of a first message by its script and its words; nothing when they tell nothing ("B+", "ok"), or as much
 * for one language as for another.
 */
export function guessLocale(text: string): Locale | undefined {
  const { words } = utterance(text)
  const inHindi = words.filter((word) => DEVANAGARI.test(word)).length
  const votes = new Map<Locale, number>()
  for (const word of words) {
    const locales = evidence().words.get(word)
    if (locales?.size !== 1) continue
    for (const locale of locales) votes.set(locale, (votes.get(locale) ?? 0) + 1)
  }
  const inLatin = [...votes].reduce((sum, [locale, count]) => sum + (locale === 'hi' ? 0 : count), 0)
  // One word that the keyboard, or a paste, wrote in the other script is not a person's language.
  if (inHindi > 0 && inHindi >= inLatin) return 'hi'
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a)
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}

let known: Evidence | undefined

function evidence(): Evidence {
  known ??= { words: gather() }
  return known
}

/** A word counts for the languages that list it by itself; one that stands in phrases only, for those of the phrases. */
function gather(): ReadonlyMap<string, ReadonlySet<Locale>> {
  const alone = new Map<string, Set<Locale>>()
  const inPhrases = new Map<string, Set<Locale>>()
  for (const kind of EVIDENCE) {
    for (const [locale, vocabulary] of vocabularies(kind)) {
      for (const spelling of Object.values(vocabulary).flat()) {
        const { words } = utterance(spelling)
        const found = words.length === 1 ? alone : inPhrases
        for (const word of words.filter((one) => one.length > 1))
          found.set(word, (found.get(word) ?? new Set()).add(locale))
      }
    }
  }
  const all = new Map([...inPhrases, ...alone])
  for (const word of EVERYWHERE) all.delete(word)
  return all
}
