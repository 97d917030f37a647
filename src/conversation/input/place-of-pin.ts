import { gazetteer, type Place } from './gazetteer'

const PIN = /^[1-9]\d{5}$/

function cityOf(pin: string): Place | undefined {
  const cities = gazetteer().places.filter((place) => place.pins?.some((digits) => pin.startsWith(digits)))
  const length = (place: Place): number =>
    Math.max(
      0,
      ...(place.pins ?? []).filter((digits) => pin.startsWith(digits)).map((digits) => digits.length),
    )
  return cities.sort((one, other) => length(other) - length(one))[0]
}

/** The PIN codes among the words, each once. */
export function pinsIn(words: readonly string[]): readonly string[] {
  const split = words.map((word, at) =>
    /^[1-9]\d\d$/.test(word) && /^\d{3}$/.test(words[at + 1] ?? '') ? `${word}${words[at + 1] ?? ''}` : word,
  )
  return [...new Set(split.filter((word) => PIN.test(word)))]
}

/** The city of the one PIN code among `words` ("208002", "208 002"). */
export function placeOfPin(words: readonly string[]): Place | undefined {
  const [pin, ...others] = pinsIn(words)
  return pin === undefined || others.length > 0 ? undefined : cityOf(pin)
}
