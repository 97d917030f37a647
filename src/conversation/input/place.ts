import { lexicon } from './lexicon'
import { chosenPlace, isSite, siteInCity } from './place-choice'
import { placeOfPin } from './place-of-pin'
import { placeIndex, type Fit, type HeardWord, type PlaceName } from './place-index'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'
import { vocabularies } from './words'

interface Mention {
  readonly at: number
  readonly length: number
  readonly names: readonly PlaceName[]
  /** As it is written, or several words long. */
  readonly sure: boolean
}

/** A longer stretch of words wins over a shorter one unless it fits less well. */
const WORTH: Readonly<Record<Fit, number>> = { written: 0, spoken: -4, slip: -7 }
const AROUND = new Set(['in', 'inside'])
/** A place said alone takes no more, fillers included. */
const FEW_WORDS = 8
/** Words of the longest way to say whose name follows. */
const LONGEST_NAMING = 5
const WORD = /^[\p{L}\p{M}\d]/u

function saysOnlyPlace(words: readonly string[], at: number): boolean {
  for (let index = 0; index < words.length;) {
    const filler = index === at ? undefined : lexicon('places').at(words, index)
    if (index !== at && !AROUND.has(filler?.meaning ?? '')) return false
    index += filler?.length ?? 1
  }
  return true
}

/** "gaya", "banda", "surat" are cities and ordinary words: cities only when nothing else is said. */
function isMeant(heard: readonly HeardWord[], at: number, length: number): boolean {
  if (length > 1 || !heard[at]?.ordinary) return true
  const words = heard.map((word) => word.written)
  return words.length <= FEW_WORDS && saysOnlyPlace(words, at)
}

let endings: readonly string[] | undefined

/** "kanpurmein": the name, when a word for "in" is written together with it. */
function withoutEnding(word: string): string | undefined {
  endings ??= [...vocabularies('places').values()].flatMap((one) => one.inside ?? [])
  const ending = endings.find((one) => word.endsWith(one) && word.length >= one.length + 4)
  return ending && word.slice(0, -ending.length)
}

function mentionAt(heard: readonly HeardWord[], at: number): Mention | undefined {
  const places = placeIndex()
  let best: (Mention & { readonly worth: number }) | undefined
  let most = 0
  while (most < places.longest && at + most < heard.length && !heard[at + most]?.stranger) most++
  for (let length = most; length >= 1; length--) {
    const found = places.find(heard.slice(at, at + length))
    const worth = found ? length * 10 + WORTH[found.fit] : 0
    if (found && worth > (best?.worth ?? 0) && isMeant(heard, at, length)) {
      best = { at, length, names: found.names, sure: found.fit === 'written' || length > 1, worth }
    }
  }
  if (best) return best
  const bare = withoutEnding(heard[at]?.written ?? '')
  const base = places.hear(bare === undefined ? [] : [bare])
  const found = base.every((word) => word.ordinary) ? undefined : places.find(base)
  return found?.fit === 'written' ? { at, length: 1, names: found.names, sure: true } : undefined
}

const says = (words: readonly string[], at: number): string | undefined =>
  lexicon('places').at(words, at)?.meaning

/** "lucknow nahi", "not lucknow"; of "kanpur not lucknow" the second. */
function isDenied(words: readonly string[], { at, length }: Mention): boolean {
  const before = AROUND.has(says(words, at - 1) ?? '') ? at - 2 : at - 1
  if (words[before] === 'not') return true
  const next = AROUND.has(says(words, at + length) ?? '') ? at + length + 1 : at + length
  return says(words, next) === 'not' && (words[next] !== 'not' || next === words.length - 1)
}

const NAME = /^(?:name|naam|nam|नाम)$/
const NAME_NEAR = 4

/** "Juhi is my daughter's name", "juhi naam hai": but "juhi, mera naam Ravi" names another. */
function isNameAfter(words: readonly string[], end: number): boolean {
  for (let at = end; at < end + NAME_NEAR && at < words.length; at++) {
    if (!NAME.test(words[at] ?? '')) continue
    const next = words[at + 1]
    return words[end] === 'is' || next === undefined || /^(?:h|hai|he|है)$/.test(next)
  }
  return false
}

/** "my name is Prayag", "Prayag bol raha hu": a person. */
function isPerson(words: readonly string[], { at, length }: Mention): boolean {
  if (says(words, at + length) === 'speaking' || isNameAfter(words, at + length)) return true
  for (let count = 1; count <= LONGEST_NAMING && count <= at; count++) {
    const naming = lexicon('places').at(words, at - count)
    if (naming?.meaning === 'named' && naming.length === count) return true
  }
  return false
}

/** A town whose name is part of another: of a person, or of the road that leads there ("delhi road"). */
function isBorrowed(words: readonly string[], mention: Mention): boolean {
  if (mention.names.some(({ place }) => isSite(place))) return false
  const town = mention.names.every(({ place }) => place.kind === 'city')
  return (town && says(words, mention.at + mention.length) === 'way') || isPerson(words, mention)
}

/** "pgi" is no place, "pgi lakhnau" is one, however the city is spelled. */
function withSite(words: readonly string[], mention: Mention, taken: ReadonlySet<number>): Mention {
  const city = mention.names.length === 1 ? mention.names[0]?.place : undefined
  if (city?.kind !== 'city') return mention
  const { at, length } = mention
  const isAround = (index: number): boolean => AROUND.has(says(words, index) ?? '')
  const beside = [isAround(at - 1) ? at - 2 : at - 1, isAround(at + length) ? at + length + 1 : at + length]
  const free = beside.flatMap((index) => (taken.has(index) ? [] : (words[index] ?? [])))
  const [site] = free.flatMap((word) => siteInCity([word], city) ?? [])
  return site ? { ...mention, names: [site] } : mention
}

/** Something beside a word says that it may be a place: "hallt me", "near ursla", "cantt area". */
function isPlaced(words: readonly string[], { at, length }: Mention): boolean {
  return says(words, at - 1) !== undefined || says(words, at + length) !== undefined
}

function mentionsIn(words: readonly string[]): readonly Mention[] {
  const heard = placeIndex().hear(words)
  const found: Mention[] = []
  for (let at = 0; at < words.length;) {
    const mention = mentionAt(heard, at)
    if (mention) found.push(mention)
    at += mention?.length ?? 1
  }
  const taken = new Set(
    found.flatMap(({ at, length }) => Array.from({ length }, (_none, index) => at + index)),
  )
  const kept = found.filter((mention) => !isDenied(words, mention) && !isBorrowed(words, mention))
  return kept.map((mention) => withSite(words, mention, taken))
}

/** "Delhi ya Noida", "lucknow, otherwise delhi": either would do. */
function isEither(words: readonly string[], mentions: readonly Mention[]): boolean {
  return mentions.some(({ at, length }, i) => {
    const link = lexicon('places').at(words, at + length)
    return link?.meaning === 'or' && mentions[i + 1]?.at === at + length + link.length
  })
}

/** The one place named in a text, and the words that name it. */
export interface PlaceRead {
  readonly name: string | undefined
  /** Indexes into the words of the text that are letters or digits. */
  readonly taken: ReadonlySet<number>
}

/** Reads a place as `place` does; `words` must begin with letters or digits. */
export function placeIn(words: readonly string[], { strict }: { readonly strict?: true } = {}): PlaceRead {
  const all = mentionsIn(words)
  const mentions = strict ? all.filter((mention) => mention.sure || isPlaced(words, mention)) : all
  const chosen = isEither(words, mentions) ? undefined : chosenPlace(mentions.map((mention) => mention.names))
  const named = mentions.length > 0 ? chosen : placeOfPin(words)
  const taken = mentions.flatMap(({ at, length }) => Array.from({ length }, (_none, index) => at + index))
  return { name: named?.name, taken: new Set(taken) }
}

/**
 * The official English name of the one place of the gazetteer that a text names, a typing slip forgiven. A hospital
 * wins over its city, a PIN code counts if no name does; two places apart from each other give nothing.
 */
export const place: Recogniser<string> = (text) =>
  placeIn(utterance(text).words.filter((word) => WORD.test(word))).name
