import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { utterance } from './utterance'

export type PlaceKind = 'hospital' | 'blood_centre' | 'locality' | 'landmark' | 'city'

/** One entry of `places/*.json`. */
export interface Place {
  /** Its current official English name; the value of the answer. */
  readonly name: string
  readonly kind: PlaceKind
  /** For all but cities: the name of its city. */
  readonly city?: string
  readonly state?: string
  /** The name of a larger place it is part of. */
  readonly within?: string
  readonly pincode?: string
  readonly lat?: number
  readonly lon?: number
  /** For cities: PIN codes, or the digits all of its PIN codes begin with. */
  readonly pins?: readonly string[]
  /** Other names and spellings, old and popular ones, in any script. */
  readonly aliases: readonly string[]
  /** Names that other cities' places bear too ("medical college"): they mean this place unless another city is named. */
  readonly sharedAliases?: readonly string[]
}

/** All places, and the ordinary words that no slip may turn into one of them. */
export interface Gazetteer {
  readonly places: readonly Place[]
  readonly ordinaryWords: readonly string[]
}

const FOLDER = resolve(__dirname, '../../../places')
const ORDINARY_WORDS = 'ordinary-words.json'
const KINDS: readonly string[] = ['hospital', 'blood_centre', 'locality', 'landmark', 'city']

/** A file of `places/` that cannot be used; the message names the file and the entry. */
export class GazetteerError extends Error {
  override readonly name = 'GazetteerError'
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '')
}

/** Checks the content of one file of places. `file` is used in messages only. */
export function parsePlaces(file: string, content: unknown): readonly Place[] {
  if (!Array.isArray(content)) throw new GazetteerError(`${file}: must be a list of places`)
  return content.map((entry: Partial<Place>, index) => {
    if (typeof entry.name !== 'string' || !KINDS.includes(entry.kind ?? '') || !isNames(entry.aliases)) {
      const which = typeof entry.name === 'string' ? `"${entry.name}"` : `entry ${index + 1}`
      throw new GazetteerError(`${file}: ${which} needs a name, a kind (${KINDS.join(', ')}) and aliases`)
    }
    if (entry.kind !== 'city' && typeof entry.city !== 'string') {
      throw new GazetteerError(`${file}: "${entry.name}" needs the city it is in`)
    }
    return entry as Place
  })
}

let loaded: Gazetteer | undefined

/** The files of `places/`, read once per process. Throws `GazetteerError`. */
export function gazetteer(): Gazetteer {
  if (loaded) return loaded
  const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== ORDINARY_WORDS)
  const places = files.sort().flatMap((file) => parsePlaces(`places/${file}`, read(file)))
  const known = new Set(places.map((place) => place.name))
  for (const { name, city, within } of places) {
    const missing = [city, within].find((parent) => parent !== undefined && !known.has(parent))
    if (missing) throw new GazetteerError(`places: "${name}" lies in "${missing}", which no file lists`)
  }
  const ordinaryWords = read(ORDINARY_WORDS)
  if (!isNames(ordinaryWords)) throw new GazetteerError(`places/${ORDINARY_WORDS}: must be a list of words`)
  loaded = { places, ordinaryWords }
  return loaded
}

/** The words of a name as recognisers see them. */
export function nameWords(name: string): readonly string[] {
  return utterance(name).words
}
