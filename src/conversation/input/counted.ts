import type { Locale } from '../../base/locale'
import { groupMentions } from './group-mentions'
import { lexicon } from './lexicon'
import { numbersIn, type NumberRead } from './number-words'
import type { Utterance } from './utterance'

/** A number that a message counts something with. */
export interface Counted {
  readonly of: 'units' | 'age' | 'weight'
  /** Missing when it is out of range, a part of a range, or not a whole number of units. */
  readonly value: number | undefined
  /** Index of its first token, the counted word included. */
  readonly at: number
  /** Index after its last token. */
  readonly end: number
}

interface Numeral extends NumberRead {
  /** The number before it. */
  readonly previous: NumberRead | undefined
}

interface Surroundings {
  readonly said: Utterance
  readonly numbers: readonly Numeral[]
  readonly locale: Locale | undefined
}

const VOCABULARY = 'counted'
/** What comes in units, so that "five FFP" counts them. */
const COMPONENTS: ReadonlySet<string> = new Set(['packed_red_cells', 'platelets', 'plasma', 'whole_blood'])
/** The number word that is also "give": it counts a component when "needed" follows within so many words. */
const ALSO_GIVE = /^(?:do|दो)$/
const NEED_WITHIN = 8
/** Nobody writes of smaller children that they are "so many complete". */
const YOUNGEST_GROWN = 15
/** How far before its word a number is still counted by it: "2 O negative units", "umar hai 7". */
const NEAR = 4
const MOST_UNITS = 99
const MOST_YEARS = 120
const MONTHS = 12
const [LIGHTEST, HEAVIEST] = [2, 250]
/** Fewer with a bare sex word are people counted. */
const YOUNGEST_BY_SEX = 13
const JOINERS = /^(?:-|to|or|ya|se|या|से|,|&|\/)$/

function meaningAt({ said, locale }: Surroundings, at: number): { meaning: string; end: number } | undefined {
  const match = lexicon(VOCABULARY, { joined: false }).at(said.tokens, at, locale)
  return match && { meaning: match.meaning, end: at + match.length }
}

/** What a word says of a number that stands before it. */
function after({ said, locale }: Surroundings, at: number): string | undefined {
  return lexicon('counted-after', { joined: false }).at(said.tokens, at, locale)?.meaning
}

const isDigits = ({ said }: Surroundings, { at }: NumberRead): boolean => /^\d/.test(said.tokens[at] ?? '')

/** "2-3 unit", "2 ya 3 unit", "do teen unit": no one number. "khoon do 2 unit" is one: "do" is "give". */
function isRange(around: Surroundings, number: Numeral): boolean {
  const { previous } = number
  if (!previous) return false
  const start = previous.at + previous.length
  if (number.at - start > 1) return false
  if (number.at === start) return isDigits(around, previous) === isDigits(around, number)
  return JOINERS.test(around.said.tokens[start] ?? '')
}

type Reading = (value: number) => number | undefined

function whole(value: number, [least, most]: readonly [number, number]): number | undefined {
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

const READINGS: { readonly [K in Counted['of']]: Reading } = {
  units: (value) => whole(value, [1, MOST_UNITS]),
  age: (value) => whole(Math.floor(value), [0, MOST_YEARS]),
  weight: (value) =>
    Math.round(value * 10) / 10 === value && value >= LIGHTEST && value <= HEAVIEST ? value : undefined,
}

function valueOf(around: Surroundings, number: Numeral, of: Counted['of']): number | undefined {
  return number.value === undefined || isRange(around, number) ? undefined : READINGS[of](number.value)
}

/** "29/M", "26F", "45 male": without the slash nobody so young is meant ("2 female donors"). */
function agedBySex(around: Surroundings, number: Numeral): Omit<Counted, 'at'> | undefined {
  const next = number.at + number.length
  const slash = around.said.tokens[next] === '/'
  const word = meaningAt(around, slash ? next + 1 : next)
  if (word?.meaning !== 'sex' || !isDigits(around, number)) return undefined
  const value = valueOf(around, number, 'age')
  return slash || (value ?? 0) >= YOUNGEST_BY_SEX ? { of: 'age', value, end: word.end } : undefined
}

/** "M/33", "F 26": the sex before the age. */
function agedAfterSex(around: Surroundings, number: Numeral): Counted | undefined {
  const slash = around.said.tokens[number.at - 1] === '/'
  const at = number.at - (slash ? 2 : 1)
  if (meaningAt(around, at)?.meaning !== 'sex' || !isDigits(around, number)) return undefined
  const value = valueOf(around, number, 'age')
  const end = number.at + number.length
  return slash || (value ?? 0) >= YOUNGEST_BY_SEX ? { of: 'age', value, at, end } : undefined
}

/** "my daughter is 11", "he is 52", "just turned 18", "my father (67)", "my mother, 71, ...": of a person, and counting nothing. */
function agedPerson(around: Surroundings, number: Numeral): Counted | undefined {
  const end = number.at + number.length
  const before = number.at - 1
  if (!isStop(around, end) || /^[-+#.:/]$/.test(around.said.tokens[before] ?? '')) return undefined
  const aged: Counted = { of: 'age', value: valueOf(around, number, 'age'), at: number.at, end }
  const marks = `${around.said.tokens[before] ?? ''}${around.said.tokens[end] ?? ''}`
  const bracket = marks === '()' || marks === ',,'
  if (bracket) return meaningAt(around, before - 1)?.meaning === 'person' ? aged : undefined
  const turned = meaningAt(around, before)?.meaning === 'turned' && (aged.value ?? 0) >= YOUNGEST_GROWN
  let at = before
  while (at > number.at - NEAR && /^(?:is|turned)$/.test(meaningAt(around, at)?.meaning ?? '')) at--
  const whole = [at, at - 1].some((start) => {
    const word = meaningAt(around, start)
    return word?.meaning === 'person_is' && word.end >= at + 1
  })
  const said = whole || turned || (at < before && meaningAt(around, at)?.meaning === 'person')
  return said ? aged : undefined
}

/** The message or a part of it ends here, or goes on with something else. */
function isStop(around: Surroundings, at: number): boolean {
  if (/^(?:[,.;!?)|।])?$/.test(around.said.tokens[at] ?? '')) return true
  return after(around, at) !== undefined || groupMentions(around.said).some((group) => group.at === at)
}

/** "beti 6 ki hai", "मैं 25 का हूँ", "18 pure ho gaye", "45 ki umar": of a person, said after the number. */
function agedBefore(around: Surroundings, number: Numeral): Omit<Counted, 'at'> | undefined {
  const next = number.at + number.length
  const word = meaningAt(around, next)
  if (!word) return undefined
  const value = valueOf(around, number, 'age')
  const grown = value === undefined || value >= YOUNGEST_GROWN
  if (word.meaning === 'am_old' || (word.meaning === 'full' && grown))
    return { of: 'age', value, end: word.end }
  const age = word.meaning === 'old' ? meaningAt(around, word.end) : undefined
  if (age?.meaning === 'age' && !/^\d/.test(around.said.tokens[age.end] ?? ''))
    return { of: 'age', value, end: age.end }
  if (word.meaning !== 'is_old') return undefined
  const named = [1, 2, 3].some((back) => meaningAt(around, number.at - back)?.meaning === 'person')
  return named ? { of: 'age', value, end: word.end } : undefined
}

/** "five FFP", "do plasma chahiye": of a component that comes in units. */
function countedComponent(around: Surroundings, number: Numeral): Omit<Counted, 'at'> | undefined {
  const { said, locale } = around
  const next = number.at + number.length
  const at = /^(?:of|x)$/.test(said.tokens[next] ?? '') ? next + 1 : next
  const component = lexicon('component', { joined: false }).at(said.tokens, at, locale)
  if (!component || !COMPONENTS.has(component.meaning) || (number.value ?? 0) > MOST_UNITS) return undefined
  if (meaningAt(around, at + component.length)?.meaning === 'unit') return undefined
  const needed = said.tokens
    .slice(at, at + NEED_WITHIN)
    .some((_token, i) => after(around, at + i) === 'needed')
  if (ALSO_GIVE.test(said.tokens[number.at] ?? '') && !needed) return undefined
  return { of: 'units', value: valueOf(around, number, 'units'), end: next }
}

type Found = ReturnType<typeof meaningAt>

const isOld = (word: Found): word is NonNullable<Found> =>
  word !== undefined && ['old', 'is_old', 'am_old'].includes(word.meaning)

/** What the words after a number make of it. */
function countedAfter(around: Surroundings, number: Numeral): Omit<Counted, 'at'> | undefined {
  const found = agedBySex(around, number) ?? agedBefore(around, number) ?? countedComponent(around, number)
  if (found) return found
  const word = meaningAt(around, number.at + number.length)
  if (!word) return undefined
  const next = meaningAt(around, word.end)
  const counted = (of: Counted['of'], end = word.end): Omit<Counted, 'at'> => ({
    of,
    value: valueOf(around, number, of),
    end,
  })
  if (word.meaning === 'unit') return counted('units')
  if (word.meaning === 'kilo') return counted('weight')
  if (word.meaning === 'year' && next?.meaning !== 'span') {
    return counted('age', isOld(next) ? next.end : word.end)
  }
  if (word.meaning !== 'month' || !isOld(next)) return undefined
  const { value } = counted('age')
  return { of: 'age', value: value === undefined ? undefined : Math.floor(value / MONTHS), end: next.end }
}

/** "umar 7", "weight: 60": the word stands before the number. */
function countedBefore(around: Surroundings, number: Numeral): Counted | undefined {
  for (let at = number.at - 1; at >= Math.max(0, number.at - NEAR); at--) {
    const word = meaningAt(around, at)
    if (word?.meaning !== 'age' && word?.meaning !== 'weight') continue
    if ((number.previous?.at ?? -1) >= word.end) return undefined
    const of = word.meaning
    return { of, value: valueOf(around, number, of), at, end: number.at + number.length }
  }
  return undefined
}

/** "units 2", "need 2 O negative units": a unit word that no number stands before. */
function strayUnits(around: Surroundings, claimed: readonly Counted[]): Counted[] {
  const taken = new Set(claimed.flatMap(({ at, end }) => Array.from({ length: end - at }, (_, i) => at + i)))
  const free = new Map(around.numbers.filter(({ at }) => !taken.has(at)).map((number) => [number.at, number]))
  return around.said.tokens.flatMap((_token, at): Counted[] => {
    const word = taken.has(at) ? undefined : meaningAt(around, at)
    if (word?.meaning !== 'unit') return []
    const after = free.get(word.end) ?? free.get(word.end + 1)
    const before = Array.from({ length: NEAR }, (_, back) => free.get(at - 1 - back)).find(Boolean)
    const number = after ?? before
    if (!number) return []
    const end = Math.max(number.at + number.length, word.end)
    return [{ of: 'units', value: valueOf(around, number, 'units'), at: Math.min(number.at, at), end }]
  })
}

/** The numbers of a message that count units, years of age or kilograms; each number counts once. */
export function countedIn(said: Utterance, locale?: Locale): Counted[] {
  const numbers = numbersIn(said, locale).map((number, index, all) => ({
    ...number,
    previous: all[index - 1],
  }))
  const around: Surroundings = { said, numbers, locale }
  const claimed = numbers.flatMap((number): Counted[] => {
    const after = countedAfter(around, number)
    const found = after
      ? { ...after, at: number.at }
      : (countedBefore(around, number) ?? agedAfterSex(around, number) ?? agedPerson(around, number))
    return found ? [found] : []
  })
  return [...claimed, ...strayUnits(around, claimed)].sort((a, b) => a.at - b.at)
}
