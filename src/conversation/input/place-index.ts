import { distance } from 'fastest-levenshtein'
import { gazetteer, nameWords, type Place } from './gazetteer'
import { boneName, spokenName } from './place-key'
import { isSwapped } from './typo'
import { vocabularies } from './words'

/** A name of a place, prepared for comparing. */
export interface PlaceName {
  readonly place: Place
  readonly words: readonly string[]
  /** As written, blanks left out. */
  readonly joined: string
  readonly spoken: string
  readonly bones: string
  /** The bones of each word. */
  readonly wordBones: readonly string[]
  /** Other cities have a place of this name. */
  readonly shared: boolean
}

/** How well a stretch of words fits a name: as written, as spoken, or with a slip of the finger. */
export type Fit = 'written' | 'spoken' | 'slip'

export interface PlaceMatch {
  readonly names: readonly PlaceName[]
  readonly fit: Fit
}

const SHORTEST_SPOKEN = 5
/** Shorter names are too close to other words to forgive a wrong letter. */
const SHORTEST_SLIP = 6
const SHORTEST_BONES = 4
const LONGEST_KEY = 70
/** Longer stretches than a slip is looked for in. */
const LONGEST_SLIP = 26
const MOST_SLIP_WORDS = 4
const TORN_NAME = 8
const MOST_HEARD = 5000
const MOST_FOUND = 20_000

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** The key and every key with one letter less. */
function withDeletions(key: string): readonly string[] {
  const keys = [key]
  for (let at = 1; at < key.length; at++) keys.push(key.slice(0, at) + key.slice(at + 1))
  return keys
}

/** How far two spellings are apart; one letter is forgiven in a short name, three in a long one. */
function slipsBetween(name: string, said: string): number {
  if (name.length < SHORTEST_SLIP || Math.abs(name.length - said.length) > 3) return Infinity
  if (isSwapped(name, said)) return 1
  const most = name.length < 8 ? 1 : name.length < 12 ? 2 : 3
  const away = distance(name, said)
  return away <= most ? away : Infinity
}

/** A stretch of words as it is compared with names. */
interface Said {
  readonly joined: string
  readonly spoken: string
}

/** The nearest of `names` to what was said; several when they are equally near. */
function nearest(names: Iterable<PlaceName>, said: Said): readonly PlaceName[] {
  let best = Infinity
  let kept: PlaceName[] = []
  for (const name of names) {
    const away = Math.min(slipsBetween(name.joined, said.joined), slipsBetween(name.spoken, said.spoken))
    if (away === Infinity || away > best) continue
    kept = away < best ? [name] : [...kept, name]
    best = away
  }
  return kept
}

/** A word of a message, prepared once for all the stretches it is part of. */
export interface HeardWord {
  readonly written: string
  readonly spoken: string
  readonly bones: string
  /** An ordinary word of the languages people write. */
  readonly ordinary: boolean
  /** An ordinary word that is part of no name: no stretch of words with it is one. */
  readonly stranger: boolean
}

function partOf(name: PlaceName, word: HeardWord, apart: boolean): boolean {
  return name.words.includes(word.written) || (apart && name.wordBones.includes(word.bones))
}

/** Finds place names in linear time: every lookup costs the length of the words looked up. */
export class PlaceIndex {
  private readonly written = new Map<string, PlaceName[]>()
  private readonly spoken = new Map<string, PlaceName[]>()
  private readonly bones = new Map<string, PlaceName[]>()
  private readonly slips = new Map<string, PlaceName[]>()
  /** All words of names, as written and by their bones. */
  private readonly wordsOfNames = new Set<string>()
  private readonly bonesOfNames = new Set<string>()
  /** The bones of all words of names of several words. */
  private readonly nameWords = new Set<string>()
  private readonly ordinary: ReadonlySet<string>
  private readonly ordinarySpoken: ReadonlySet<string>
  private readonly ordinaryBones: ReadonlySet<string>
  /** Words heard lately: people use the same ones again and again. */
  private readonly heard = new Map<string, HeardWord>()
  /** Stretches looked up lately; most name nothing. */
  private readonly found = new Map<string, PlaceMatch | null>()
  /** Words of the longest name. */
  readonly longest: number

  /** `sameWords`: one spelling for all of "hospital", "aspatal", "अस्पताल". */
  constructor(
    places: readonly Place[],
    ordinaryWords: readonly string[],
    private readonly sameWords: ReadonlyMap<string, string> = new Map(),
  ) {
    this.ordinary = new Set(ordinaryWords)
    const spoken = ordinaryWords.map(spokenName)
    this.ordinarySpoken = new Set(spoken)
    this.ordinaryBones = new Set(spoken.map(boneName))
    const lengths = places.flatMap((place) => {
      const shared = new Set(place.sharedAliases)
      const names = new Set([place.name, ...place.aliases, ...shared])
      return [...names].map((name) => this.addName(place, name, shared.has(name)))
    })
    this.longest = Math.max(1, ...lengths)
  }

  private addName(place: Place, text: string, shared: boolean): number {
    const words = nameWords(text).map((word) => this.sameWords.get(word) ?? word)
    const joined = words.join('')
    const spoken = words.map(spokenName).join('')
    const wordBones = words.map((word) => boneName(spokenName(word)))
    const name = { place, words, joined, spoken, bones: boneName(spoken), wordBones, shared }
    add(this.written, joined, name)
    const together = nameWords(text).join('')
    if (together !== joined) add(this.written, together, name)
    if (words.length > 1) for (const bones of wordBones) this.nameWords.add(bones)
    for (const word of words) this.wordsOfNames.add(word)
    for (const bones of wordBones) this.bonesOfNames.add(bones)
    add(this.spoken, spoken, name)
    // People of the plains say b for v: "baranasi", "bijay nagar".
    if (spoken.startsWith('v')) add(this.spoken, spoken.replace('v', 'b'), name)
    if (spoken.length < SHORTEST_SPOKEN) return words.length
    add(this.bones, name.bones, name)
    if (Math.max(joined.length, spoken.length) < SHORTEST_SLIP) return words.length
    const keys = name.bones.length < SHORTEST_BONES ? [joined] : [joined, name.bones]
    for (const key of new Set(keys.flatMap(withDeletions))) add(this.slips, key, name)
    return words.length
  }

  /** Prepares the words of a message for `find`. */
  hear(words: readonly string[]): readonly HeardWord[] {
    const known = this.heard
    if (known.size > MOST_HEARD) known.clear()
    return words.map((word) => {
      const written = this.sameWords.get(word) ?? word
      const before = known.get(written)
      if (before) return before
      const spoken = spokenName(written)
      const bones = boneName(spoken)
      const ordinary = this.ordinary.has(written)
      const named =
        this.wordsOfNames.has(written) || this.written.has(written) || this.bonesOfNames.has(bones)
      const heard = { written, spoken, bones, ordinary, stranger: ordinary && !named && written.length > 1 }
      known.set(written, heard)
      return heard
    })
  }

  /** The place whose name `words` are, written apart or together. */
  find(words: readonly HeardWord[]): PlaceMatch | undefined {
    const said = words.map((word) => word.written).join(' ')
    if (said.length > LONGEST_KEY + words.length) return undefined
    const known = this.found.get(said)
    if (known !== undefined) return known ?? undefined
    const fresh = this.lookUp(words)
    if (this.found.size > MOST_FOUND) this.found.clear()
    this.found.set(said, fresh ?? null)
    return fresh
  }

  private lookUp(words: readonly HeardWord[]): PlaceMatch | undefined {
    const joined = words.map((word) => word.written).join('')
    if (joined.length > LONGEST_KEY) return undefined
    const written = this.written.get(joined)?.filter((name) => this.mayBeJoined(words, name))
    const apart = written?.filter((name) => name.words.length === words.length)
    if (written?.length) return { names: apart?.length ? apart : written, fit: 'written' }
    const long = words.length > MOST_SLIP_WORDS || joined.length > LONGEST_SLIP
    if (long || words.every((word) => word.ordinary)) return undefined
    const said = { joined, spoken: words.map((word) => word.spoken).join('') }
    return this.findSpoken(words, said) ?? this.findSlip(words, said)
  }

  /** Ordinary words do not make a name by standing together ("sat na"); single letters do ("k.g.m.u."). */
  private mayBeJoined(words: readonly HeardWord[], name: PlaceName): boolean {
    if (words.length === 1 || words.every((word) => word.written.length === 1)) return true
    return words.every((word) => !word.ordinary || name.words.includes(word.written))
  }

  private findSpoken(words: readonly HeardWord[], said: Said): PlaceMatch | undefined {
    const { spoken } = said
    const apart = words.length > 1
    const free = words.filter((word) => word.ordinary || this.ordinarySpoken.has(word.spoken))
    const same = this.spoken.get(spoken)?.filter((name) => free.every((word) => partOf(name, word, apart)))
    if (same?.length && spoken.length >= SHORTEST_SPOKEN - 1) return { names: same, fit: 'spoken' }
    if (Math.max(spoken.length, said.joined.length) < SHORTEST_SPOKEN) return undefined
    const alike = this.bones.get(boneName(spoken))?.filter((name) => this.isUnlikely(words, name))
    const near = nearest(alike ?? [], said)
    return near.length > 0 ? { names: near, fit: 'spoken' } : undefined
  }

  /** Whether no word of a stretch is an ordinary word, or sounds like one, without being part of the name. */
  private isUnlikely(words: readonly HeardWord[], name: PlaceName): boolean {
    return words.every(
      (word) =>
        !(word.ordinary || this.ordinaryBones.has(word.bones)) || partOf(name, word, words.length > 1),
    )
  }

  private findSlip(words: readonly HeardWord[], said: Said): PlaceMatch | undefined {
    const { joined, spoken } = said
    const short = Math.max(joined.length, spoken.length) < SHORTEST_SLIP - 1
    // Several words are one name if one of them is a word of names, or if they are a short name torn apart.
    const together =
      words.length === 1 || joined.length <= TORN_NAME || words.some((word) => this.nameWords.has(word.bones))
    if (short || !together || /\d/.test(joined)) return undefined
    const bones = boneName(spoken)
    const keys = bones.length < SHORTEST_BONES - 1 ? [joined] : [joined, bones]
    const near = new Set<PlaceName>()
    for (const name of keys.flatMap(withDeletions).flatMap((key) => this.slips.get(key) ?? [])) {
      // A word that only begins like a place is another word ("kanpuria").
      const longer = joined.startsWith(name.joined) || bones.startsWith(name.bones)
      if (!longer && this.isUnlikely(words, name)) near.add(name)
    }
    const best = nearest(near, said)
    return best.length > 0 ? { names: best, fit: 'slip' } : undefined
  }
}

const KINDS_OF_ORDINARY_WORDS = ['numbers', 'dates', 'times']
let index: PlaceIndex | undefined

function sameWords(): ReadonlyMap<string, string> {
  const entries = [...vocabularies('place-words').values()].flatMap((vocabulary) =>
    Object.entries(vocabulary),
  )
  return new Map(
    entries.flatMap(([word, spellings]) =>
      spellings.flatMap(nameWords).map((spelling) => [spelling, word] as const),
    ),
  )
}

/** The index of `places/`, built once per process. */
export function placeIndex(): PlaceIndex {
  if (index) return index
  const { places, ordinaryWords } = gazetteer()
  const known = KINDS_OF_ORDINARY_WORDS.flatMap((kind) => [...vocabularies(kind).values()])
  const words = known.flatMap((vocabulary) => Object.values(vocabulary).flat()).flatMap(nameWords)
  index = new PlaceIndex(places, [...ordinaryWords, ...words], sameWords())
  return index
}
