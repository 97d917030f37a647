import type { Locale } from '../../base/locale'
import { lexicon, segments } from './lexicon'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'
import { vocabularies } from './words'

/** Words that say something about the languages beside them; every other meaning of the vocabulary is a language. */
const ROLES = new Set([
  'letters',
  'abc',
  'mixed',
  'in',
  'into',
  'or',
  'deny',
  'deny_before',
  'other',
  'about',
  'ask',
  'filler',
])
/** So many words beside "in English", and beside a language that something is asked to be done in. */
const [UNKNOWN_IN, UNKNOWN_ASKED] = [1, 2]
const PICTURE = /^\p{Extended_Pictographic}/u

type Said = readonly (string | undefined)[]

const isName = (meaning: string | undefined): meaning is Locale =>
  meaning !== undefined && !ROLES.has(meaning)

/** The languages asked for: `not hindi` and `hindi nahi` are left out. */
function asked(said: Said): Locale[] {
  const names: Locale[] = []
  let denied = false
  let last: string | undefined
  for (const meaning of said) {
    if (meaning === 'deny') denied = true
    if (meaning === 'deny_before' && isName(last)) {
      names.pop()
      last = meaning
    }
    if (!isName(meaning)) continue
    if (!denied) names.push(meaning)
    last = denied ? undefined : meaning
    denied = false
  }
  return names
}

/** A language written as another is: `hindi in english`, `english letters me hindi`, `hindi english mix`. */
function isWrittenAs(said: Said): boolean {
  if (said.includes('letters') || said.includes('mixed')) return true
  const names = said.filter((meaning) => isName(meaning) || meaning === 'in')
  const [first, second, third] = names
  return names.filter(isName).length === 2 && (second === 'in' || third === 'in') && isName(first)
}

/** The romanised form of one of the languages: `hi-Latn` of `hi`. */
function romanised(of: readonly Locale[]): Locale | undefined {
  return [...vocabularies('languages').keys()].find((name) => of.some((base) => name.startsWith(`${base}-`)))
}

/** Whether the script of the language has a name of its own in the vocabulary: that of Hindi and of romanised Hindi has. */
function isWritten(name: Locale | undefined): boolean {
  return name !== undefined && (name.includes('-') || romanised([name]) !== undefined)
}

/** Of several languages the one that is meant; nothing when it is not clear. */
function meant(names: readonly Locale[], said: Said): Locale | undefined {
  const distinct = [...new Set(names)]
  const [only, ...others] = distinct
  const written = romanised(distinct)
  // "hindi in abc"
  if (said.includes('abc')) return written ?? only
  // "english letters": the script, and not the language
  if (others.length === 0) return said.includes('letters') && !isWritten(only) ? undefined : only
  if (said.includes('or')) return undefined
  if (written !== undefined && distinct.includes(written)) return written
  // "from hindi to english"
  const into = said.indexOf('into')
  const target = said[into + 1]
  if (into > 0 && isName(target) && said.slice(0, into).some(isName)) return target
  return isWrittenAs(said) ? written : undefined
}

/**
 * The language that a message asks for, by its name in any of them; Hindi in English letters is the romanised one.
 * Two languages, one that is not wanted, and talk of something else (`hindi film`) give nothing.
 */
export const language: Recogniser<Locale> = (text, { locale }) => {
  const spoken = utterance(text).words.filter((word) => !PICTURE.test(word))
  const words = lexicon(['languages', 'fillers'], { sound: true })
  const said: Said = segments(spoken, words, locale).map(({ meaning }) => meaning)
  const unknown = said.filter((meaning) => meaning === undefined).length
  const inOne = said.some((meaning, i) => meaning === 'in' && (isName(said[i - 1]) || isName(said[i + 1])))
  const most = said.includes('ask') && inOne ? UNKNOWN_ASKED : inOne ? UNKNOWN_IN : 0
  if (said.includes('other') || unknown > most) return undefined
  return meant(asked(said), said)
}
