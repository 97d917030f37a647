import type { Locale } from '../../base/locale'
import { lexicon, segments } from './lexicon'
import { isOrdinaryWord } from './ordinary-words'
import type { Component } from './recogniser'
import { remembering } from './remembering'
import { slipOf } from './slips'
import type { Utterance } from './utterance'

/** What a message says of the components of blood. */
export interface ComponentsNamed {
  /** Named and not denied. */
  readonly components: ReadonlySet<Component>
  /** Blood is named by itself, neither as a part of "whole blood" nor of "blood bank". */
  readonly blood: boolean
  /** "Blood or platelets", "both", "whatever": more than one would do. */
  readonly several: boolean
  /** Asks what a component is. */
  readonly question: boolean
}

/** Spellings of `component` say what they are for this question only, those of `intents` anywhere. */
const VOCABULARY = ['component', 'intents']
const COMPONENTS: readonly Component[] = ['packed_red_cells', 'whole_blood', 'platelets', 'plasma']
const IN_BETWEEN = new Set(['need', 'want', 'fill'])

type Names = readonly string[]

const guess = remembering((word) => (isOrdinaryWord(word) ? undefined : slipOf(word, 'intents')))

function namesIn(said: Utterance, locale: Locale | undefined): Names[] {
  return segments(said.words, lexicon(VOCABULARY, { sound: 'phrases' }), locale).map(({ meaning, at }) => {
    const meant = meaning ?? guess(said.words[at] ?? '')
    return meant?.split('+') ?? []
  })
}

const componentOf = (names: Names | undefined): Component | undefined =>
  COMPONENTS.find((one) => names?.includes(one))
const isBlood = (names: Names | undefined): boolean =>
  componentOf(names) === undefined && ['blood', 'product'].some((one) => names?.includes(one))

/** "not platelets", "platelets nahi" - but "platelets nahi mil rahe" says that they are wanted. */
function isDenied(all: readonly Names[], at: number): boolean {
  if (all[at - 1]?.includes('not')) return true
  return (all[at + 1]?.includes('nahi') ?? false) && !all[at + 2]?.includes('available')
}

function isOneOfTwo(all: readonly Names[], at: number): boolean {
  if (!all[at]?.includes('or')) return false
  const [before, after] = [all[at - 1], all[at + 1]].map(
    (names) => componentOf(names) ?? (isBlood(names) ? 'blood' : undefined),
  )
  return before !== undefined && after !== undefined && before !== after
}

const isComponent = (names: Names | undefined): boolean => componentOf(names) !== undefined

/** Whether a message may name a component: cheaper than reading which. */
export function mayNameComponents(said: Utterance, locale?: Locale): boolean {
  const known = lexicon('component', { sound: 'phrases' })
  return said.words.some(
    (word, at) =>
      isComponent(known.at(said.words, at, locale)?.meaning.split('+')) ||
      isComponent(guess(word)?.split('+')),
  )
}

/** The components of blood that a message names, all languages together. */
export function componentsNamed(said: Utterance, locale?: Locale): ComponentsNamed {
  const all = namesIn(said, locale)
  const named = all.flatMap((names, at) => {
    const component = componentOf(names)
    return component && !isDenied(all, at) ? [component] : []
  })
  const beside = all.filter((names) => !names.some((name) => IN_BETWEEN.has(name)))
  return {
    components: new Set(named),
    blood: all.some((names, at) => isBlood(names) && !isDenied(all, at)),
    several: beside.some((names, at) => names.includes('both') || isOneOfTwo(beside, at)),
    question: all.some((names) => names.includes('question')),
  }
}
