import { gazetteer, type Place } from './gazetteer'

const PIN = /^[1-9]\d{5}$/
const PIN_DIGITS = 6

function cityOf(pin: string): Place | undefined {
  const cities = gazetteer().places.filter((place) => place.pins?.some((digits) => pin.startsWith(digits)))
  const length = (place: Place): number =>
    Math.max(
      0,
      ...(place.pins ?? []).filter((digits) => pin.startsWith(digits)).map((digits) => digits.length),
    )
  return cities.sort((one, other) => length(other) - length(one))[0]
}

/** Digits written in groups are one code when there are six of them in all: `208 002`, `2 0 8 0 0 2`. */
function ungrouped(run: readonly string[]): readonly string[] {
  const joined = run.join('')
  if (joined.length === PIN_DIGITS) return [joined]
  // After a dialling code stands a landline (`0512 208002`), before a code a house number (`113/120 208002`).
  const free = run.filter((_word, at) => !(run[at - 1] ?? '').startsWith('0'))
  if (free.some((word) => word.length === PIN_DIGITS)) return free
  return free.flatMap((word, at) => (word.length === 3 ? [word + (free[at + 1] ?? '')] : []))
}

/** The PIN codes among the words, each once. */
export function pinsIn(words: readonly string[]): readonly string[] {
  const found = new Set<string>()
  let run: string[] = []
  for (const word of [...words, '']) {
    if (/^\d+$/.test(word)) run.push(word)
    else {
      for (const code of ungrouped(run)) if (PIN.test(code)) found.add(code)
      run = []
    }
  }
  return [...found]
}

/** The city of the one PIN code among `words` ("208002", "208 002"). */
export function placeOfPin(words: readonly string[]): Place | undefined {
  const [pin, ...others] = pinsIn(words)
  return pin === undefined || others.length > 0 ? undefined : cityOf(pin)
}
