import type { Locale } from '../../base/locale'
import { groupMentions } from './group-mentions'
import { DENIABLE } from './intent-rules'
import { lexicon, type Match } from './lexicon'
import { isOrdinaryWord } from './ordinary-words'
import { phoneMentions } from './phone-mentions'
import { remembering } from './remembering'
import { abbreviationOf, slipOf } from './slips'
import type { Utterance } from './utterance'
import { wordsApart } from './words-apart'

/** What a message speaks of. */
export interface Concepts {
  /** Names from the vocabulary; a denied one is written `!name`. */
  readonly said: ReadonlySet<string>
  /** Words that no vocabulary explains. */
  readonly unexplained: number
}

const VOCABULARY = 'intents'
const LOOSE = { sound: true, spoken: true } as const
/** How far a "not" reaches, in words. */
const REACH = 2
const PARTICLE = /^(?:hi|bhi|toh?|ही|भी|तो)$/
/** Words of the longest phrase that particles are looked for in. */
const LONGEST_PHRASE = 6
const SHORT = /^[a-z]{1,3}$/
const IGNORED = /^\d+$|^[a-z]$|\p{Extended_Pictographic}/u
const DAY = /^(?:today|tomorrow|kal|parso|narso|day_after|weekday_\d)$/
const YEAR = /^(19[4-9]\d|200[1-9]|20[1-3]\d)$/
const AMOUNT = /^[1-9]\d{2,4}$/

interface Part {
  readonly at: number
  readonly length: number
  /** One spelling may stand for several concepts: "donor mila" is a donor and found. */
  readonly names: readonly string[]
}

/** What a word that is in no vocabulary was meant to be. An ordinary word is meant as it stands. */
const guess = remembering((word) =>
  isOrdinaryWord(word) ? undefined : (slipOf(word, VOCABULARY) ?? abbreviationOf(word, VOCABULARY)),
)

/** The last message and its parts: asked for by several readers. */
let last:
  | { readonly words: readonly string[]; readonly locale: Locale | undefined; readonly parts: Part[] }
  | undefined

function partsOf(words: readonly string[], locale?: Locale): Part[] {
  if (last?.words !== words || last.locale !== locale)
    last = { words, locale, parts: readParts(words, locale) }
  return last.parts
}

/** Words written together by mistake are read apart: where each piece stands in the message. */
interface Pieces {
  readonly words: readonly string[]
  readonly origin: readonly number[]
  readonly hasParticles: boolean
}

function piecesOf(words: readonly string[]): Pieces {
  const apart = words.map((word, at) => {
    const pieces = wordsApart(word)
    const isKnown = pieces.length > 1 && lexicon(VOCABULARY, LOOSE).at(words, at) !== undefined
    return isKnown || (pieces.length > 1 && guess(word) !== undefined) ? [word] : pieces
  })
  const isWhole = apart.every((pieces) => pieces.length === 1)
  const origin = apart.flatMap((pieces, at) => (pieces.length === 1 ? at : pieces.map(() => at)))
  return {
    words: isWhole ? words : apart.flat(),
    origin,
    hasParticles: words.some((word) => PARTICLE.test(word)),
  }
}

/** A word of two or three letters is what it is: "dr" and "rd" only sound like words of ours. */
function plainPhraseAt(words: readonly string[], at: number, locale: Locale | undefined): Match | undefined {
  const found = lexicon(VOCABULARY, LOOSE).at(words, at, locale)
  const short = found?.length === 1 && SHORT.test(words[at] ?? '')
  return short ? lexicon(VOCABULARY).at(words, at, locale) : found
}

/** The phrase at `at`; a particle inside it says nothing new ("khoon hi chahiye", "mil to gaya"). */
function phraseAt(
  { words, hasParticles }: Pieces,
  at: number,
  locale: Locale | undefined,
): Match | undefined {
  const plain = plainPhraseAt(words, at, locale)
  if (!hasParticles) return plain
  const places: number[] = []
  for (let i = at; i < words.length && places.length < LONGEST_PHRASE; i++) {
    if (i === at || !PARTICLE.test(words[i] ?? '')) places.push(i)
  }
  const last = places.at(-1) ?? at
  if (last - at === places.length - 1) return plain
  const said = places.map((i) => words[i] ?? '')
  const bare = lexicon(VOCABULARY, LOOSE).at(said, 0, locale)
  // "jo bhi b" is no "job".
  if (!bare || said.slice(0, bare.length).some((word) => word.length === 1)) return plain
  const end = places[bare.length - 1] ?? at
  return end + 1 - at > (plain?.length ?? 0) ? { ...bare, length: end + 1 - at } : plain
}

function readParts(words: readonly string[], locale?: Locale): Part[] {
  const pieces = piecesOf(words)
  const { words: said, origin } = pieces
  const parts: Part[] = []
  for (let at = 0; at < said.length;) {
    const match = phraseAt(pieces, at, locale)
    const end = at + (match?.length ?? 1)
    const [first, last] = [origin[at] ?? 0, origin[end - 1] ?? 0]
    const names = (match?.meaning ?? guess(said[at] ?? ''))?.split('+') ?? []
    parts.push({ at: first, length: last + 1 - first, names })
    at = end
  }
  return parts.filter((part, index) => !isTag(words, part, parts[index - 1]))
}

/** "chahiye na?", "mil jayega na": asks for agreement and denies nothing. */
function isTag(words: readonly string[], { at }: Part, before: Part | undefined): boolean {
  return before !== undefined && isDeniable(before) && /^(?:naa?|ना|न)$/.test(words[at] ?? '')
}

const isDeniable = ({ names }: Part): boolean => names.some((name) => DENIABLE.has(name))

const isDay = (word: string | undefined): boolean =>
  DAY.test(lexicon('dates').at([word ?? ''], 0)?.meaning ?? '')

/** "bed no 12", "2 nahi 3 unit", "kal nahi parso": the number or the day is meant, not what is said of it. */
function countsOnly(words: readonly string[], { at }: Part): boolean {
  const [before, next] = [words[at - 1], words[at + 1]]
  return /^\d/.test(next ?? '') || (isDay(before) && isDay(next))
}

/** A "not" turns round what follows it, or else what it follows ("not needed", "chahiye nahi"). */
function denied(words: readonly string[], parts: readonly Part[]): ReadonlySet<Part> {
  const turned = new Set<Part>()
  parts.forEach((part, index) => {
    if (!part.names.includes('not') || countsOnly(words, part)) return
    const after = parts.slice(index + 1, index + 1 + REACH)
    const before = parts.slice(Math.max(0, index - REACH), index).reverse()
    // "behosh nahi hai": "nahi hai" ends what it denies.
    const ends = part.names.includes('absent')
    const target = (ends ? undefined : after.find(isDeniable)) ?? before.find(isDeniable)
    if (target) turned.add(target)
  })
  return turned
}

/** A number that may be a sum of money: no year, and not "constable 2417". */
function mayBeAmount(said: Utterance, at: number): boolean {
  const token = said.tokens[at] ?? ''
  // "10k", "5 k"
  if (/^[1-9]\d?$/.test(token) && said.tokens[at + 1] === 'k' && said.glued[at + 1]) {
    return !said.tokens.includes('count')
  }
  if (!AMOUNT.test(token) || YEAR.test(token)) return false
  if (/^(?:donor|donors|डोनर)$/.test(said.tokens[at - 1] ?? '')) return true
  return lexicon('amounts').at(said.tokens, at - 1)?.meaning !== 'label'
}

function numbersIn(said: Utterance): string[] {
  const digits = said.tokens.flatMap((token, at) => (/^\d+$/.test(token) ? [at] : []))
  if (digits.length === 0) return []
  const sums = digits.filter((at) => mayBeAmount(said, at))
  if (sums.length === 0) return ['number']
  // A phone number in pieces is no sum. Looked for once: messages may hold hundreds of numbers.
  const phones = phoneMentions(said)
  const inPhone = new Set(phones.flatMap(({ at, end }) => Array.from({ length: end - at }, (_, n) => at + n)))
  return sums.some((at) => !inPhone.has(at)) ? ['number', 'amount'] : ['number']
}

function groupsIn(said: Utterance): string[] {
  const groups = new Set(groupMentions(said).map(({ group }) => group))
  if (groups.size === 0) return []
  return groups.size === 1 ? ['group'] : ['group', 'groups']
}

/** The concepts of a message, all languages together; `locale` decides between meanings of one spelling. */
export function concepts(said: Utterance, locale?: Locale): Concepts {
  const parts = partsOf(said.words, locale)
  const turned = denied(said.words, parts)
  const names = parts.flatMap((part) =>
    turned.has(part) ? part.names.map((name) => `!${name}`) : part.names,
  )
  const unexplained = parts.filter(
    ({ names, at }) => names.length === 0 && !IGNORED.test(said.words[at] ?? ''),
  ).length
  return { said: new Set([...names, ...numbersIn(said), ...groupsIn(said)]), unexplained }
}

/** Indexes of the words that stand for any of `names`, for readers that such words would mislead. */
export function wordsFor(said: Utterance, names: ReadonlySet<string>, locale?: Locale): ReadonlySet<number> {
  const found = new Set<number>()
  for (const part of partsOf(said.words, locale)) {
    if (!part.names.some((name) => names.has(name))) continue
    for (let at = part.at; at < part.at + part.length; at++) found.add(at)
  }
  return found
}
