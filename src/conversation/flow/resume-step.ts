import type { Json } from '../turn/conversation'
import { holds, isAnswered } from './answers'
import { firstOpen } from './first-open'
import type { AskStep, DoStep, Flow, Step } from './flow'
import { staysInFlow, waysOf } from './steps'
import type { FlowState } from './walk'

/** Where a conversation goes on in the current version. */
export interface Resumed {
  readonly state: FlowState
  /**
   * The question that the person was asked (or the action that was under way) is still the open one: what comes next
   * is its answer. Otherwise walk with `resume` first, and take no text for an answer to a question never asked.
   */
  readonly sameStep: boolean
}

/** The version it began with, as far as it can still be read, and the version it goes on with. */
export interface Versions {
  readonly pinned: Flow | undefined
  readonly current: Flow
}

/**
 * Moves a conversation to the current version of its flow, because the version that it began with can no longer run.
 * It goes on at the same step (same id, or an id in `was`); else where the lost step led; else at the first question
 * without an answer. Answers follow their questions, under the names that those have now; the answer to a question that
 * is of another kind now is dropped, so that it is asked anew, and so is one whose question is gone.
 */
export function resumeStep(state: FlowState, { pinned, current }: Versions): Resumed {
  if (!pinned) return beginAgain(state, current)
  const answers = carryAnswers(state, { pinned, current })
  const moved: FlowState = {
    ...state,
    version: current.version,
    answers,
    trail: state.trail.flatMap((id) => successor(current, id)?.id ?? []),
    misses: 0,
    moved: true,
  }
  const old = pinned.steps.find((step) => step.id === state.step)
  const same = successor(current, state.step)
  if (same && old && isSame(old, same)) {
    return { state: { ...moved, step: same.id, misses: state.misses }, sameStep: true }
  }
  const from = same && !isKnown(same, moved) ? same.id : undefined
  const step = from ?? (old && onward(old, { pinned, current })) ?? firstOpen(current, moved)
  return { state: { ...moved, step: step ?? current.steps[0]?.id ?? '' }, sameStep: false }
}

/** Without the old version nobody can tell which question an answer belonged to; better asked anew than misread. */
function beginAgain(state: FlowState, current: Flow): Resumed {
  const step = current.steps[0]?.id ?? ''
  const { flow, slots } = state
  return {
    state: { flow, version: current.version, step, answers: {}, slots, misses: 0, trail: [] },
    sameStep: false,
  }
}

/** What a step of the old version is called now. */
function successor(current: Flow, id: string): Step | undefined {
  return current.steps.find((step) => step.id === id) ?? current.steps.find((step) => step.was.includes(id))
}

/** Whether what a person answers to the one, or an action gives, is an answer to the other. */
function isSame(old: Step, now: Step): boolean {
  if (old.type === 'ask' && now.type === 'ask') {
    // A number stands for another choice as soon as the list is another one.
    return old.kind === now.kind && JSON.stringify(old.options) === JSON.stringify(now.options)
  }
  return old.type === 'do' && now.type === 'do' && old.do === now.do
}

function isKnown(step: Step, state: FlowState): boolean {
  if (step.when && !holds(step.when, state.answers)) return true
  return step.type === 'ask' && (step.unasked || isAnswered(step, state.answers))
}

/** The nearest step after a lost one that still exists, as long as there is only one way. */
function onward(
  lost: Step,
  { pinned, current }: { readonly pinned: Flow; readonly current: Flow },
): string | undefined {
  const passed = new Set<string>()
  let step: Step | undefined = lost
  while (step && !passed.has(step.id)) {
    passed.add(step.id)
    const target = onlyWay(step)
    if (target === undefined || !staysInFlow(target)) return undefined
    const now = successor(current, target)
    if (now) return now.id
    step = pinned.steps.find((one) => one.id === target)
  }
  return undefined
}

function onlyWay(step: Step): string | undefined {
  const ways = waysOf(step)
  const targets = new Set(
    (step.type === 'do' ? ways.filter((way) => way.on === 'ok' || way.on === '') : ways).map((way) => way.to),
  )
  return targets.size === 1 ? [...targets][0] : undefined
}

type Saving = (AskStep | DoStep) & { readonly save: string }

function saving(flow: Flow): readonly Saving[] {
  return flow.steps.filter((step): step is Saving => step.type !== 'say' && step.save !== undefined)
}

/** Every known answer under the name that its question has now. */
function carryAnswers(
  state: FlowState,
  versions: { readonly pinned: Flow; readonly current: Flow },
): FlowState['answers'] {
  const before = saving(versions.pinned)
  const carried = Object.entries(state.answers).flatMap(([name, value]): [string, Json][] => {
    const from = before.filter((step) => step.save === name)
    if (from.length === 0) return belongsToNobody(name, versions.current) ? [[name, value]] : []
    const to = carrier(state, from, versions)
    return to === undefined ? [] : [[to, value]]
  })
  return Object.fromEntries(carried)
}

/** Brought along by whoever began the flow, and not the name of another question by now. */
function belongsToNobody(name: string, current: Flow): boolean {
  return current.given.includes(name) || !saving(current).some((step) => step.save === name)
}

/** The name that an answer has now; nothing when no question of the current version asks for it. */
function carrier(
  state: FlowState,
  from: readonly Saving[],
  { pinned, current }: { readonly pinned: Flow; readonly current: Flow },
): string | undefined {
  // Several questions may save under one name; the one on the trail is the one that was asked.
  const asked = from.find((step) => state.trail.includes(step.id)) ?? from[0]
  if (!asked) return undefined
  const heir = successor(current, asked.id)
  if (heir) return heir.type !== 'say' && asksTheSame(asked, heir) ? heir.save : undefined
  const taken = new Set(pinned.steps.map((step) => successor(current, step.id)?.id))
  return saving(current).find(
    (step) => step.save === asked.save && asksTheSame(asked, step) && !taken.has(step.id),
  )?.save
}

function asksTheSame(old: Saving, now: Step): boolean {
  if (old.type === 'ask') return now.type === 'ask' && now.kind === old.kind
  return now.type === 'do' && now.do === old.do
}
