import type { Json } from '../turn/conversation'
import { answerKey, isAnswered, resolveArguments, without } from './answers'
import type { Answers } from './answers'
import { choicesOf, isKnown } from './choices'
import { changedAnswers, readCorrection, withChanges } from './corrections'
import type { Changed } from './corrections'
import { firstOpen } from './first-open'
import type { AskStep, Flow, Step, Target } from './flow'
import { readAnswer } from './read-answer'
import { applies, settle, takeSlot, withStep } from './settle'
import { fillable, understood } from './stated'
import { questionOf, staysInFlow, stepOf, wayOn } from './steps'
import { WalkError } from './walk'
import type { FlowState, Say, Walk, WalkContext, WalkInput, Walked } from './walk'

/** More steps than this without stopping means that the flow runs in a circle. */
export const MAX_STEPS_PER_TURN = 100
/** The miss in a row that brings a person in. */
export const LOST_AT = 3

type Input<T extends WalkInput['type']> = Extract<WalkInput, { readonly type: T }>

/** The walker: see `Walk`. */
export const walkFlow: Walk = (flow, state, { input, context }) => {
  if (input.type === 'start') return begin(flow, input)
  if (!state) throw new WalkError(`flow ${flow.id}: "${input.type}" needs a state; begin it with "start"`)
  switch (input.type) {
    case 'answer':
      return answer(flow, state, { input, context })
    case 'slots':
      return fill(flow, state, input.slots)
    case 'correct':
      return correct(flow, state, { text: input.text, context })
    case 'result':
      return finish(flow, state, input)
    case 'back':
      return goBack(flow, state)
    case 'repeat':
      return stopAt(flow, state)
    case 'resume':
      return advance(flow, state)
  }
}

function begin(flow: Flow, { slots, answers = {} }: Input<'start'>): Walked {
  const step = flow.steps[0]?.id ?? ''
  const state = { flow: flow.id, version: flow.version, step, answers, slots, misses: 0, trail: [] }
  return advance(flow, state, understood(flow, state, { steps: fillable(flow, state), slots }))
}

function answer(
  flow: Flow,
  state: FlowState,
  { input, context }: { readonly input: Input<'answer'>; readonly context: WalkContext },
): Walked {
  const step = questionOf(flow, state.step)
  const choices = choicesOf(flow, step, state.answers)
  const given = readAnswer(step, { choices, ...input }, context)
  if (!given) return miss(flow, step, state)
  if (step.revise !== undefined) return revise(flow, state, answerKey(given.value))
  const settled = settle(step, state, given.value)
  const also = alsoStated(flow, settled, { input, context })
  const says = Object.keys(also).length > 0 ? understoodBeside(flow, settled, { step, also }) : []
  const slots = { ...state.slots, ...also }
  return goOn(flow, { ...settled, slots }, { value: given.value, says })
}

/** Kinds that take a text as it is: nothing else is looked for in it. */
const WHOLE_TEXT: readonly string[] = ['card', 'text', 'initials']

/** What an answer of several words states for further questions: "2 units at Hallet". */
function alsoStated(
  flow: Flow,
  state: FlowState,
  { input, context }: { readonly input: Input<'answer'>; readonly context: WalkContext },
): FlowState['slots'] {
  const { kind, fill: ownSlot } = questionOf(flow, state.step)
  if (input.tap !== undefined || WHOLE_TEXT.includes(kind) || !/\S\s+\S/u.test(input.text)) return {}
  const wanted = fillable(flow, state).map((step) => step.fill)
  if (wanted.length === 0) return {}
  const stated = Object.entries(context.stated(input.text))
  return Object.fromEntries(stated.filter(([slot]) => slot !== ownSlot && wanted.includes(slot)))
}

/** Repeats an answer and what was stated beside it. */
function understoodBeside(
  flow: Flow,
  state: FlowState,
  { step, also }: { readonly step: AskStep; readonly also: FlowState['slots'] },
): readonly Say[] {
  const { fill: slot, save = '' } = step
  const further = fillable(flow, state)
  if (slot === undefined) return understood(flow, state, { steps: further, slots: also })
  const slots = { ...also, [slot]: state.answers[save] ?? null }
  return understood(flow, state, { steps: [step, ...further], slots })
}

/** Walks on from the question that `state` stands on, which was just answered. */
function goOn(
  flow: Flow,
  state: FlowState,
  { value, says = [] }: { readonly value: Json; readonly says?: readonly Say[] },
): Walked {
  const target = targetOf(flow, stepOf(flow, state.step), answerKey(value))
  const next = state.moved ? (firstOpen(flow, state, target) ?? target) : target
  return enter(flow, state, { target: next, says })
}

function miss(flow: Flow, step: AskStep, state: FlowState): Walked {
  const misses = state.misses + 1
  if (misses >= LOST_AT) {
    return { state: { ...state, misses: 0 }, says: [], stop: { at: 'lost', step: step.id } }
  }
  return {
    state: { ...state, misses },
    says: [question(flow, step, { text: `${step.ask}_again`, answers: state.answers })],
    stop: { at: 'question', step: step.id, missed: true },
  }
}

/** Changes what a text corrects at a confirmation, and walks on to it; or asks the question that it calls wrong. */
function correct(
  flow: Flow,
  state: FlowState,
  said: { readonly text: string; readonly context: WalkContext },
): Walked {
  const correction = readCorrection(flow, state, said)
  if (!correction) return stopAt(flow, state)
  if (correction.type === 'reopen') return revise(flow, state, correction.step)
  return change(flow, state, { changed: correction.changed, says: [] })
}

/** Walks anew from the first of the changed answers: what is known is passed over. */
function change(
  flow: Flow,
  state: FlowState,
  { changed, says }: { readonly changed: readonly Changed[]; readonly says: readonly Say[] },
): Walked {
  const step = changed[0]?.step.id ?? state.step
  return advance(flow, { ...withChanges(state, changed), step, misses: 0 }, says)
}

/** Asks the chosen question anew. Its old answer stays until the new one, so that nothing is lost by going back. */
function revise(flow: Flow, state: FlowState, chosen: string): Walked {
  const trail = withStep(state.trail, state.step)
  return stopAt(flow, { ...state, step: chosen, misses: 0, trail })
}

function goBack(flow: Flow, state: FlowState): Walked {
  const index = state.trail.findLastIndex((id) => id !== state.step && canReturnTo(stepOf(flow, id), state))
  const step = state.trail[index]
  if (step === undefined) return stopAt(flow, state)
  return stopAt(flow, { ...state, step, trail: state.trail.slice(0, index), misses: 0 })
}

/** A `revise` menu only shows the way; behind it is the question that led there. */
function canReturnTo(step: Step, state: FlowState): boolean {
  return step.type === 'ask' && step.revise === undefined && !step.unasked && applies(step, state)
}

function fill(flow: Flow, state: FlowState, stated: FlowState['slots']): Walked {
  const open = questionOf(flow, state.step)
  // A question that was opened again has its old answer; what is stated now is a new one.
  const asked = open.save === undefined ? state : { ...state, answers: without(state.answers, open.save) }
  const changed = changedAnswers(flow, asked, stated).filter(({ step }) => step.id !== open.id)
  const steps = [...changed.map(({ step }) => step), ...fillable(flow, asked)]
  const wanted = steps.map((step) => step.fill ?? '')
  const useful = Object.fromEntries(Object.entries(stated).filter(([slot]) => wanted.includes(slot)))
  const says = understood(flow, asked, { steps, slots: useful })
  const slots = { ...state.slots, ...useful }
  const filled = { ...asked, slots: withoutSlots(slots, changed) }
  if (changed.length > 0) return change(flow, filled, { changed, says })
  const taken = takeSlot(open, filled)
  if (!isAnswered(open, taken.answers)) return stopAt(flow, { ...state, slots }, says)
  return goOn(flow, taken, { value: taken.answers[open.save ?? ''] ?? null, says })
}

function withoutSlots(slots: FlowState['slots'], changed: readonly Changed[]): FlowState['slots'] {
  return changed.reduce<FlowState['slots']>((so, { step }) => without(so, step.fill ?? ''), slots)
}

function finish(flow: Flow, state: FlowState, { result, effect }: Input<'result'>): Walked {
  const step = stepOf(flow, state.step)
  if (step.type !== 'do')
    throw new WalkError(`flow ${flow.id}: step ${step.id} performs nothing that has a result`)
  const changed = effect && result.ok
  const trail = changed ? [step.id] : state.trail
  const answers = withResult(state.answers, step.save, result.values)
  const target = targetOf(flow, step, result.ok ? 'ok' : result.reason)
  return enter(flow, { ...state, answers, trail, misses: 0 }, { target })
}

/** A result without values leaves nothing under the name: not even what an earlier one left there. */
function withResult(answers: Answers, save: string | undefined, values: Answers | undefined): Answers {
  if (save === undefined) return answers
  return values === undefined ? without(answers, save) : { ...answers, [save]: values }
}

/** Goes to a target, and on from there until something stops the walk. */
function enter(
  flow: Flow,
  state: FlowState,
  { target, says = [] }: { readonly target: Target; readonly says?: readonly Say[] },
): Walked {
  if (!staysInFlow(target)) return { state, says, stop: { at: 'end', target } }
  return advance(flow, { ...state, step: target }, says)
}

function advance(flow: Flow, from: FlowState, said: readonly Say[] = []): Walked {
  const says = [...said]
  let state = from
  for (let count = 0; count < MAX_STEPS_PER_TURN; count++) {
    const step = stepOf(flow, state.step)
    // Asked once: taking or losing an answer may change what `when` gives.
    const here = applies(step, state)
    state = here ? arrive(flow, step, state) : forget(step, state)
    const target = here ? wayThrough(flow, step, state) : step.over
    if (target === undefined) return stopAt(flow, state, says)
    if (here && step.type === 'say') says.push({ text: step.say, values: state.answers })
    if (!staysInFlow(target)) return { state, says, stop: { at: 'end', target } }
    state = { ...state, step: target }
  }
  throw new WalkError(
    `flow ${flow.id}: more than ${MAX_STEPS_PER_TURN} steps without a question, now at step ${state.step}`,
  )
}

/** A question takes the slot that waits for it; one whose answer is known by now is part of the way back. */
function arrive(flow: Flow, step: Step, state: FlowState): FlowState {
  if (step.type !== 'ask') return state
  if (!isKnown(flow, step, state.answers)) return passIfUnasked(step, takeSlot(step, state))
  if (flow.given.includes(step.save ?? '')) return state
  return { ...state, trail: state.trail.includes(step.id) ? state.trail : [...state.trail, step.id] }
}

/** What is never asked is on the way back all the same: a later message may still state it. */
function passIfUnasked(step: AskStep, state: FlowState): FlowState {
  return step.unasked ? { ...state, trail: withStep(state.trail, step.id) } : state
}

/** A question that no longer applies loses the answer that was given at it. */
function forget(step: Step, state: FlowState): FlowState {
  if (step.type !== 'ask' || step.save === undefined || !state.trail.includes(step.id)) return state
  const trail = state.trail.filter((id) => id !== step.id)
  return { ...state, answers: without(state.answers, step.save), trail }
}

/** Where the walk goes on from a step without stopping; nothing when it stops there. */
function wayThrough(flow: Flow, step: Step, state: FlowState): Target | undefined {
  if (step.type === 'say') return targetOf(flow, step, '')
  if (step.type === 'do') return undefined
  if (!isKnown(flow, step, state.answers) && !step.unasked) return undefined
  return targetOf(flow, step, answerKey(state.answers[step.save ?? ''] ?? null))
}

/** Stops at the step that `state` stands on: asks it, or has its action performed. */
function stopAt(flow: Flow, state: FlowState, says: readonly Say[] = []): Walked {
  const step = stepOf(flow, state.step)
  if (step.type === 'say') return advance(flow, state, says)
  if (step.type === 'do') {
    const args = resolveArguments(step, state.answers)
    return { state, says, stop: { at: 'action', step: step.id, action: step.do, args } }
  }
  return {
    state,
    says: [...says, question(flow, step, { text: step.ask, answers: state.answers })],
    stop: { at: 'question', step: step.id, missed: false },
  }
}

function question(
  flow: Flow,
  step: AskStep,
  { text, answers }: { readonly text: string; readonly answers: Answers },
): Say {
  const choices = choicesOf(flow, step, answers)
  if (step.kind === 'menu' && choices.length === 0) {
    throw new WalkError(`flow ${flow.id}: step ${step.id} has nothing to choose from; pass it over by "when"`)
  }
  return { text, values: answers, ...(choices.length > 0 && { choices }) }
}

function targetOf(flow: Flow, step: Step, on: string): Target {
  const target = wayOn(step.next, on)
  if (target === undefined || target === '') {
    throw new WalkError(`flow ${flow.id}: step ${step.id} has no way on for "${on}"; add it to its "next"`)
  }
  return target
}
