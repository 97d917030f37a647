import type { Locale } from '../../base/locale'
import { componentsNamed } from './components-named'
import { concepts, withoutConcepts, type Concepts } from './concepts'
import { countedIn, type Counted } from './counted'
import { date } from './date'
import { groupMentions } from './group-mentions'
import { intentOf } from './intent'
import { phoneMentions } from './phone-mentions'
import { place } from './place'
import type { Recogniser, RecogniseOptions, StatedSlots } from './recogniser'
import { utterance, type Utterance } from './utterance'

/** What is said after so many words, signs and numbers is not read: the longest appeals end before. */
const MOST_TOKENS = 300
/** With these a message is about blood, so that whatever else it states belongs to it. */
const ABOUT_BLOOD = ['blood', 'product', 'donor', 'donate', 'thalassemia', 'transfuse', 'camp', 'group']
/** A day means "needed by" or "may come on" only here. */
const DATED = new Set<string | undefined>(['request_blood', 'donate', 'camps', undefined])
/** Words of asking and giving that are near to names of towns, and stand in none. */
const NO_PLACES: ReadonlySet<string> = new Set([
  'blood', 'donor', 'need', 'find', 'give', 'want', 'can', 'offer', 'urgent', 'transfuse', 'product', 'unit',
]) // prettier-ignore

/** A stretch of tokens that one slot has taken: nothing else is read from it. */
interface Claim {
  readonly at: number
  readonly end: number
}

/** The tokens outside all claims, with a comma where claims were, as one text. */
function unclaimed(said: Utterance, claims: readonly Claim[]): string {
  const claimed = new Set(claims.flatMap(({ at, end }) => Array.from({ length: end - at }, (_, i) => at + i)))
  const kept = said.tokens.map((token, at) => {
    if (claimed.has(at)) return claimed.has(at - 1) ? '' : ' ,'
    return said.glued[at] && !claimed.has(at - 1) ? token : ` ${token}`
  })
  return kept.join('').trim()
}

function beginningOf(text: string): string {
  const said = utterance(text)
  if (said.tokens.length <= MOST_TOKENS) return text
  return unclaimed(said, [{ at: MOST_TOKENS, end: said.tokens.length }])
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

/** The day and the place, read from what no number and no group has claimed. */
function whenAndWhere(rest: string, intent: string | undefined, options: RecogniseOptions): StatedSlots {
  const named = withoutConcepts(utterance(rest), NO_PLACES, options.locale)
  return {
    ...stated('date', DATED.has(intent) ? date(rest, options) : undefined),
    ...stated('place', place(named, options)),
  }
}

function aboutPerson(numbers: readonly Counted[]): StatedSlots {
  return { ...stated('age', counted(numbers, 'age')), ...stated('weight', counted(numbers, 'weight')) }
}

function isAboutBlood({ said }: Concepts, found: StatedSlots): boolean {
  if (said.has('other') && !said.has('blood') && !said.has('group')) return false
  const { intent, units, phone } = found
  return (
    [intent, units, phone].some((slot) => slot !== undefined) || ABOUT_BLOOD.some((name) => said.has(name))
  )
}

function slotsOf(said: Utterance, options: RecogniseOptions): StatedSlots {
  const locale: Locale | undefined = options.locale
  const about = concepts(said, locale)
  const intent = intentSaid(about)
  const groups = groupMentions(said)
  const phones = phoneMentions(said)
  const numbers = countedIn(said, locale)
  const rest = unclaimed(said, [...groups, ...phones, ...numbers])
  const found: StatedSlots = {
    ...stated('intent', intent),
    ...stated('blood_group', only(groups.map(({ group }) => group))),
    ...stated('component', only([...componentsNamed(said, locale).components])),
    ...stated('units', counted(numbers, 'units')),
    ...stated('phone', phones.find(({ phone }) => phone !== undefined)?.phone),
    ...aboutPerson(numbers),
    ...whenAndWhere(rest, intent, options),
  }
  if (options.aboutBlood || isAboutBlood(about, found)) return found
  return about.said.has('patient') && !about.said.has('other') ? aboutPerson(numbers) : {}
}

/**
 * Everything that one free message states: intent, group, component, units, day, phone, place, age and weight, in any
 * order and mixture of languages. Each number counts once; a kind stated twice differently is left out, of two phone
 * numbers the first counts. Nothing is made of a message about something else.
 */
export const multi: Recogniser<StatedSlots> = (text, options) => {
  const found = slotsOf(utterance(beginningOf(text)), options)
  return Object.keys(found).length > 0 ? found : undefined
}
