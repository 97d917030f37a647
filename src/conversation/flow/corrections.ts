import type { Json } from '../turn/conversation'
import { valueAt } from './answers'
import { choicesOf } from './choices'
import type { AskStep, Flow, Step } from './flow'
import { applies, settle } from './settle'
import type { FlowState, WalkContext } from './walk'

/** What a text corrects at a confirmation. */
export type Correction =
  /** It states other answers. */
  | { readonly type: 'answers'; readonly changed: readonly Changed[] }
  /** It only says which answer is wrong: that question is asked again. */
  | { readonly type: 'reopen'; readonly step: string }

/** An answer that was given before, and what a message states instead. */
export interface Changed {
  readonly step: AskStep
  readonly value: Json
}

/**
 * What a text corrects, when the open question is a confirmation, that is, has a menu of corrections ("no, 3 units",
 * "the hospital is wrong"). A text that only repeats what is known corrects nothing.
 */
export function readCorrection(
  flow: Flow,
  state: FlowState,
  { text, context }: { readonly text: string; readonly context: WalkContext },
): Correction | undefined {
  const menu = flow.steps.find((step) => step.type === 'ask' && step.revise === state.step)
  if (menu?.type !== 'ask') return undefined
  const changed = changedAnswers(flow, state, context.stated(text))
  if (changed.length > 0) return { type: 'answers', changed }
  const step = namedIn(flow, state, { menu, text, context })
  return step === undefined ? undefined : { type: 'reopen', step }
}

/** The answers on the way back that the slots state otherwise, in the order of the steps. */
export function changedAnswers(
  flow: Flow,
  state: FlowState,
  stated: { readonly [slot: string]: Json },
): readonly Changed[] {
  return flow.steps.flatMap((step) => {
    const value = step.type === 'ask' && step.fill !== undefined ? stated[step.fill] : undefined
    if (value === undefined || !isCorrectable(step, state)) return []
    const known = valueAt(state.answers, step.save ?? '')
    return meaning(known) === meaning(value) ? [] : [{ step, value }]
  })
}

/** The state with these answers instead. */
export function withChanges(state: FlowState, changed: readonly Changed[]): FlowState {
  return changed.reduce<FlowState>((so, { step, value }) => settle(step, so, value), state)
}

/** Whoever began the flow brought some answers along: those are not the person's to change. */
function isCorrectable(step: Step, state: FlowState): step is AskStep {
  return step.type === 'ask' && state.trail.includes(step.id) && applies(step, state)
}

/** A place that is only named means the same as one that was chosen. */
function meaning(value: Json | undefined): string {
  const isNamed = typeof value === 'object' && value !== null && 'name' in value
  return JSON.stringify(isNamed ? (value as { readonly name: Json }).name : (value ?? null))
}

/** A text of more words than these says more than what is wrong. */
const FEW_WORDS = 6

/** The one question whose title in the menu of corrections has a word of the text. Whoever says yes names nothing wrong. */
function namedIn(
  flow: Flow,
  state: FlowState,
  { menu, text, context }: { readonly menu: AskStep; readonly text: string; readonly context: WalkContext },
): string | undefined {
  const words = text.trim().split(/\s+/u)
  if (words.length > FEW_WORDS || context.recognise('yes_no', text) === 'yes') return undefined
  const choices = choicesOf(flow, menu, state.answers).filter(({ id }) => isQuestion(flow, id))
  const titles = choices.map((choice) => context.title(choice))
  const named = words.flatMap((word) =>
    titledBy(word, titles, context).map((at) => ({ at, size: word.length })),
  )
  // "the", "of": small words of a title name nothing beside a longer one.
  const longest = Math.max(...named.map(({ size }) => size))
  const [chosen, ...others] = new Set(named.filter(({ size }) => size === longest).map(({ at }) => at))
  return chosen !== undefined && others.length === 0 ? choices[chosen]?.id : undefined
}

/** The place of the title that a word is from. */
function titledBy(word: string, titles: readonly string[], context: WalkContext): readonly number[] {
  const [first = '', ...others] = titles
  const chosen = Number(context.recognise('menu', word, titles) ?? 0)
  // Among the same titles in another order a word still means its title, and a number another one.
  const turned = Number(context.recognise('menu', word, [...others, first]) ?? 0)
  return chosen > 0 && turned === (chosen === 1 ? titles.length : chosen - 1) ? [chosen - 1] : []
}

function isQuestion(flow: Flow, id: string): boolean {
  return flow.steps.some((step) => step.id === id && step.type === 'ask')
}
