import type { Locale } from '../../base/locale'
import { bloodWord } from './abo-rh'
import { readDate } from './calendar-date'
import { componentsNamed, mayNameComponents } from './components-named'
import { concepts, wordsFor, type Concepts } from './concepts'
import { countedIn, type Counted } from './counted'
import { countedApart } from './counted-together'
import { groupMentions } from './group-mentions'
import { intentOf } from './intent'
import { lexicon, segments } from './lexicon'
import { namesSameNumber } from './phone'
import { phoneMentions } from './phone-mentions'
import { placeIn, type PlaceRead } from './place'
import type { Component, Recogniser, RecogniseOptions, StatedSlots } from './recogniser'
import { isWord, utterance, type Utterance } from './utterance'

/** What is said after so many words, signs and numbers is not read: the longest appeals end before. */
const MOST_TOKENS = 300
/** With these a message is about blood, so that whatever else it states belongs to it. */
const ABOUT_BLOOD = ['blood', 'product', 'donor', 'donate', 'thalassemia', 'transfuse', 'camp']
/** A group may be a mark at school, packets may be of milk: so many words that nothing explains may stand beside. */
const MOST_BESIDE = 1
/** A day means "needed by" or "may come on" only here. */
const DATED = new Set<string | undefined>(['request_blood', 'donate', 'camps', undefined])
/** Where "on this number" says how to be reached. */
const SHARES_NUMBER = new Set<string | undefined>(['request_blood', 'donate', 'human', 'emergency'])
/** What may stand beside an answer that says nothing else, and what of it says more. */
const QUIET = ['counted', 'dates', 'times', 'places', 'place-words', 'fillers']
const LOUD = new Set(['not_a_date', 'label', 'not', 'unsure', 'every', 'counted'])
const WORD = /^[\p{L}\p{M}\d]/u
/** Words of asking and giving that are near to names of towns, and stand in none. */
const NO_PLACES: ReadonlySet<string> = new Set([
  'blood', 'donor', 'need', 'find', 'give', 'want', 'can', 'offer', 'urgent', 'transfuse', 'product', 'unit',
]) // prettier-ignore

/** A stretch of tokens that one slot has taken: nothing else is read from it. */
interface Claim {
  readonly at: number
  readonly end: number
}

function tokensOf(claims: readonly Claim[]): ReadonlySet<number> {
  return new Set(claims.flatMap(({ at, end }) => Array.from({ length: end - at }, (_, i) => at + i)))
}

/** What is left of a message: its tokens outside all claims, with one comma where claims were. */
function unclaimed(said: Utterance, claimed: ReadonlySet<number>): Utterance {
  const kept = said.tokens.flatMap((_token, at) => (claimed.has(at) && claimed.has(at - 1) ? [] : [at]))
  const tokens = kept.map((at) => (claimed.has(at) ? ',' : (said.tokens[at] ?? '')))
  const glued = kept.map((at) => !claimed.has(at) && !claimed.has(at - 1) && (said.glued[at] ?? false))
  const text = tokens.map((token, i) => (glued[i] ? token : ` ${token}`)).join('')
  return { raw: text, text, tokens, glued, words: tokens.filter(isWord) }
}

/** "no. 98390...": the "no" belongs to the number and denies nothing. */
function withLabel({ tokens }: Utterance, { at, end }: Claim): Claim {
  const label = /^[.:-]$/.test(tokens[at - 1] ?? '') ? at - 2 : at - 1
  return tokens[label] === 'no' ? { at: label, end } : { at, end }
}

/** How far the words "group" and "don't know" may stand apart. */
const DOUBT_NEAR = 4

/** "group pata nahi": the group is unknown, and no day. */
function doubtsOfGroup(said: Utterance): Claim[] {
  const words = said.tokens.flatMap((_token, at) => {
    const word = bloodWord(said, at)
    return word ? [{ role: word.meaning, at, end: at + word.length }] : []
  })
  const groups = words.filter(({ role }) => role === 'group')
  return words.filter(
    ({ role, at, end }) =>
      role === 'doubt' &&
      groups.some((group) => Math.abs(group.at - at) <= DOUBT_NEAR || Math.abs(group.at - end) <= DOUBT_NEAR),
  )
}

/** The longest appeals say all within so many tokens. */
function beginningOf(said: Utterance): Utterance {
  if (said.tokens.length <= MOST_TOKENS) return said
  const [tokens, glued] = [said.tokens.slice(0, MOST_TOKENS), said.glued.slice(0, MOST_TOKENS)]
  return { ...said, tokens, glued, words: tokens.filter(isWord) }
}

/** The one value among `values`; nothing when there are two, or one that cannot be read. */
function only<V>(values: readonly V[]): V | undefined {
  return new Set(values).size === 1 ? values[0] : undefined
}

function counted(all: readonly Counted[], of: Counted['of']): number | undefined {
  return only(all.filter((one) => one.of === of).map((one) => one.value))
}

function stated<K extends keyof StatedSlots>(slot: K, value: StatedSlots[K] | undefined): StatedSlots {
  return value === undefined ? {} : { [slot]: value }
}

function intentSaid(about: Concepts): string | undefined {
  const read = intentOf(about)
  return read?.implied ? undefined : read?.intent
}

const COMPONENTS: readonly Component[] = ['packed_red_cells', 'whole_blood', 'platelets', 'plasma']

function componentOf(said: Utterance, about: Concepts, locale: Locale | undefined): Component | undefined {
  const named = COMPONENTS.some((one) => about.said.has(one)) || mayNameComponents(said, locale)
  return named ? only([...componentsNamed(said, locale).components]) : undefined
}

interface Remainder {
  readonly words: readonly string[]
  readonly place: PlaceRead
}

/** What no number and no group has claimed, less the words that are near to names of towns. */
function remainderOf(said: Utterance, claimed: ReadonlySet<number>, locale: Locale | undefined): Remainder {
  const misleading = wordsFor(said, NO_PLACES, locale)
  const places = said.tokens.flatMap((token, at) => (isWord(token) ? [at] : []))
  const words = said.words.filter(
    (word, i) => WORD.test(word) && !misleading.has(i) && !claimed.has(places[i] ?? -1),
  )
  return { words, place: placeIn(words, { strict: true }) }
}

/** Nothing is said beside days, times, places and polite words, so that a day or an age is meant for us. */
function saysNoMore({ words, place }: Remainder, locale: Locale | undefined): boolean {
  const quiet = lexicon(QUIET)
  return segments(words, quiet, locale).every(({ meaning, at, length }) => {
    const named = Array.from({ length }, (_, i) => at + i).every((index) => place.taken.has(index))
    return named || /^\d/.test(words[at] ?? '') || (meaning !== undefined && !LOUD.has(meaning))
  })
}

function aboutPerson(numbers: readonly Counted[]): StatedSlots {
  return { ...stated('age', counted(numbers, 'age')), ...stated('weight', counted(numbers, 'weight')) }
}

/** One day or one place alone may be about anything. */
function isAnswer(found: StatedSlots): boolean {
  return found.age !== undefined || found.weight !== undefined || Object.keys(found).length > 1
}

function isAboutBlood({ said, unexplained }: Concepts, found: StatedSlots): boolean {
  if (said.has('other') && !said.has('blood') && !said.has('group')) return false
  const { intent, units, phone } = found
  if ([intent, phone].some((slot) => slot !== undefined)) return true
  if (ABOUT_BLOOD.some((name) => said.has(name))) return true
  const few = unexplained <= MOST_BESIDE
  return (said.has('group') || units !== undefined) && (few || said.has('patient'))
}

function slotsOf(said: Utterance, options: RecogniseOptions): StatedSlots {
  const locale: Locale | undefined = options.locale
  const about = concepts(said, locale)
  const intent = intentSaid(about)
  const groups = groupMentions(said)
  const phones = phoneMentions(said)
  const numbers = countedIn(said, locale)
  const claimed = tokensOf([...groups, ...phones.map((phone) => withLabel(said, phone)), ...numbers])
  const undated = new Set([...claimed, ...tokensOf(doubtsOfGroup(said))])
  const remainder = remainderOf(said, claimed, locale)
  const phone = phones.find((one) => one.phone !== undefined)?.phone
  const found: StatedSlots = {
    ...stated('intent', intent),
    ...stated('blood_group', only(groups.map(({ group }) => group))),
    ...stated('component', componentOf(said, about, locale)),
    ...stated('units', counted(numbers, 'units')),
    ...stated(
      'phone',
      phone ?? (SHARES_NUMBER.has(intent) && namesSameNumber(said, locale) ? 'self' : undefined),
    ),
    ...aboutPerson(numbers),
    ...stated('date', DATED.has(intent) ? readDate(unclaimed(said, undated), options, 1) : undefined),
    ...stated('place', remainder.place.name),
  }
  const forUs =
    options.aboutBlood ?? (isAboutBlood(about, found) || (isAnswer(found) && saysNoMore(remainder, locale)))
  if (forUs) return found
  return about.said.has('patient') && !about.said.has('other') ? aboutPerson(numbers) : {}
}

/**
 * Everything that one free message states: intent, group, component, units, day, phone, place, age and weight, in any
 * order and mixture of languages. Each number counts once; a kind stated twice differently is left out, of two phone
 * numbers the first counts. Nothing is made of a message about something else.
 */
export const multi: Recogniser<StatedSlots> = (text, options) => {
  const whole = utterance(text)
  const apart = countedApart(whole.text)
  const found = slotsOf(beginningOf(apart === whole.text ? whole : utterance(apart)), options)
  return Object.keys(found).length > 0 ? found : undefined
}
