import { gazetteer, nameWords, type Place } from './gazetteer'
import { placeIndex, type PlaceName } from './place-index'

/** Whether a place is one that people are treated or give blood in. */
export const isSite = (place: Place): boolean => place.kind === 'hospital' || place.kind === 'blood_centre'

let byName: ReadonlyMap<string, Place> | undefined
const parents = new Map<Place, ReadonlySet<string>>()

function readParents(place: Place): ReadonlySet<string> {
  byName ??= new Map(gazetteer().places.map((one) => [one.name, one]))
  const found = new Set<string>()
  const open = [place.within, place.city]
  for (let name = open.pop(); name !== undefined || open.length > 0; name = open.pop()) {
    const parent = name === undefined || found.has(name) ? undefined : byName.get(name)
    if (name !== undefined) found.add(name)
    if (parent) open.push(parent.within, parent.city)
  }
  return found
}

/** The names of all the larger places around `place`. */
function parentsOf(place: Place): ReadonlySet<string> {
  const known = parents.get(place) ?? readParents(place)
  parents.set(place, known)
  return known
}

/** "AIIMS" and "Rishikesh" named apart: the hospital of that name in that city, if there is one. */
export function siteInCity(words: readonly string[], city: Place): PlaceName | undefined {
  const places = placeIndex()
  const found = places.find(places.hear([...words, ...nameWords(city.name)]))
  const site = found?.fit === 'written' ? found.names[0] : undefined
  return site && isSite(site.place) ? site : undefined
}

/** The places that `names`, all found in one spot, may mean when `cities` are named in the same text. */
function meantBy(names: readonly PlaceName[], cities: readonly Place[]): readonly Place[] {
  const own = names.filter((name) => !name.shared)
  const shared = own.length > 0 ? [] : names
  const elsewhere = (place: Place): Place | undefined =>
    cities.find((city) => city.name !== place.name && !parentsOf(place).has(city.name))
  const there = shared.flatMap((name) => {
    const city = elsewhere(name.place)
    return city ? (siteInCity(name.words, city)?.place ?? []) : name.place
  })
  return [...new Set([...own.map((name) => name.place), ...there])]
}

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

/** The one place meant by all the names found in a text; `mentions` holds what each spot may be called. */
export function chosenPlace(mentions: readonly (readonly PlaceName[])[]): Place | undefined {
  const places = mentions.flat().map((name) => name.place)
  const cities = [...new Set(places.filter((place) => place.kind === 'city'))]
  const meant = mentions.map((names) => meantBy(names, cities)).filter((some) => some.length > 0)
  return meant.some((some) => some.length > 1) ? undefined : settle([...new Set(meant.flat())])
}
