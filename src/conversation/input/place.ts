import { gazetteer, nameWords, type Place } from './gazetteer'
import { lexicon } from './lexicon'
import { placeIndex, type Fit, type HeardWord, type PlaceName } from './place-index'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'
import { vocabularies } from './words'

interface Mention {
  readonly at: number
  readonly length: number
  readonly names: readonly PlaceName[]
}

/** A longer stretch of words wins over a shorter one unless it fits less well. */
const WORTH: Readonly<Record<Fit, number>> = { written: 0, spoken: -4, slip: -7 }
const AROUND = new Set(['in', 'inside'])
/** A place said alone takes no more, fillers included. */
const FEW_WORDS = 8
const WORD = /^[\p{L}\p{M}\d]/u

function saysOnlyPlace(words: readonly string[], at: number): boolean {
  const fillers = lexicon('places')
  return words.every((_word, index) => index === at || AROUND.has(fillers.at(words, index)?.meaning ?? ''))
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
  for (let length = Math.min(places.longest, heard.length - at); length >= 1; length--) {
    const found = places.find(heard.slice(at, at + length))
    const worth = found ? length * 10 + WORTH[found.fit] : 0
    if (found && worth > (best?.worth ?? 0) && isMeant(heard, at, length)) {
      best = { at, length, names: found.names, worth }
    }
  }
  if (best) return best
  const bare = withoutEnding(heard[at]?.written ?? '')
  const base = places.hear(bare === undefined ? [] : [bare])
  const found = base.every((word) => word.ordinary) ? undefined : places.find(base)
  return found?.fit === 'written' ? { at, length: 1, names: found.names } : undefined
}

function isDenied(words: readonly string[], { at, length }: Mention): boolean {
  const says = (index: number): string | undefined => lexicon('places').at(words, index)?.meaning
  const next = AROUND.has(says(at + length) ?? '') ? at + length + 1 : at + length
  return says(next) === 'not'
}

function mentionsIn(words: readonly string[]): readonly Mention[] {
  const heard = placeIndex().hear(words)
  const found: Mention[] = []
  for (let at = 0; at < words.length;) {
    const mention = mentionAt(heard, at)
    if (mention) found.push(mention)
    at += mention?.length ?? 1
  }
  return found.filter((mention) => !isDenied(words, mention))
}

let byName: ReadonlyMap<string, Place> | undefined

function parentsOf(place: Place): ReadonlySet<string> {
  byName ??= new Map(gazetteer().places.map((one) => [one.name, one]))
  const parents = new Set<string>()
  const open = [place.within, place.city]
  for (let name = open.pop(); name !== undefined || open.length > 0; name = open.pop()) {
    const parent = name === undefined || parents.has(name) ? undefined : byName.get(name)
    if (name !== undefined) parents.add(name)
    if (parent) open.push(parent.within, parent.city)
  }
  return parents
}

/** "AIIMS" and "Rishikesh" named apart: the one of that city, if there is one. */
function inCity(name: PlaceName, city: Place): Place | undefined {
  const places = placeIndex()
  const found = places.find(places.hear([...name.words, ...nameWords(city.name)]))
  return found?.fit === 'written' ? found.names[0]?.place : undefined
}

function meantBy({ names }: Mention, cities: readonly Place[]): readonly Place[] {
  const own = names.filter((name) => !name.shared)
  const shared = own.length > 0 ? [] : names
  const elsewhere = (place: Place): Place | undefined =>
    cities.find((city) => city.name !== place.name && !parentsOf(place).has(city.name))
  const there = shared.flatMap((name) => {
    const city = elsewhere(name.place)
    return city ? (inCity(name, city) ?? []) : name.place
  })
  return [...new Set([...own.map((name) => name.place), ...there])]
}

const isSite = (place: Place): boolean => place.kind === 'hospital' || place.kind === 'blood_centre'

/** The one place meant: the most precise, if all the others are around it. */
function settle(places: readonly Place[]): Place | undefined {
  const around = new Set(places.flatMap((place) => [...parentsOf(place)]))
  const precise = places.filter((place) => !around.has(place.name))
  const cities = precise.filter((place) => place.kind === 'city')
  const sites = precise.filter(isSite)
  // The localities that are listed share their names with other cities ("Indira Nagar, Lucknow").
  if (cities.length > 0) return cities.length === 1 && sites.length === 0 ? cities[0] : undefined
  const kinds = [sites, precise.filter((place) => place.kind === 'locality'), precise]
  const most = kinds.find((some) => some.length > 0) ?? []
  const together = most.every((place) => place.city === precise[0]?.city)
  return most.length === 1 && together ? most[0] : undefined
}

const PIN = /^[1-9]\d{5}$/

function cityOfPin(pin: string): Place | undefined {
  const cities = gazetteer().places.filter((place) => place.pins?.some((digits) => pin.startsWith(digits)))
  const length = (place: Place): number =>
    Math.max(
      0,
      ...(place.pins ?? []).filter((digits) => pin.startsWith(digits)).map((digits) => digits.length),
    )
  return cities.sort((one, other) => length(other) - length(one))[0]
}

function pinsIn(words: readonly string[]): readonly string[] {
  const split = words.map((word, at) =>
    /^[1-9]\d\d$/.test(word) && /^\d{3}$/.test(words[at + 1] ?? '') ? `${word}${words[at + 1] ?? ''}` : word,
  )
  return [...new Set(split.filter((word) => PIN.test(word)))]
}

/**
 * The official English name of the one place of the gazetteer that a text names, a typing slip forgiven. A hospital
 * wins over its city, a PIN code counts if no name does; two places apart from each other give nothing.
 */
export const place: Recogniser<string> = (text) => {
  const words = utterance(text).words.filter((word) => WORD.test(word))
  const mentions = mentionsIn(words)
  const cities = mentions.flatMap(({ names }) =>
    names.filter((name) => name.place.kind === 'city').map((name) => name.place),
  )
  const meant = mentions.map((mention) => meantBy(mention, cities)).filter((places) => places.length > 0)
  if (meant.some((places) => places.length > 1)) return undefined
  const named = [...new Set(meant.flat())]
  if (named.length > 0) return settle(named)?.name
  const pins = pinsIn(words)
  return pins.length === 1 && pins[0] !== undefined ? cityOfPin(pins[0])?.name : undefined
}
