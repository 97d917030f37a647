import type { Json } from '../turn/conversation'
import { holds } from './answers'
import type { AskStep, Step } from './flow'
import type { FlowState } from './walk'

/** Whether the step is not passed over by its `when`. */
export function applies(step: Step, state: FlowState): boolean {
  return !step.when || holds(step.when, state.answers)
}

/** The state in which the question has this answer, and is the last of the way back. */
export function settle(step: AskStep, state: FlowState, value: Json): FlowState {
  const answers = step.save === undefined ? state.answers : { ...state.answers, [step.save]: value }
  return { ...state, answers, trail: withStep(state.trail, step.id), misses: 0 }
}

/** The state in which the question took the slot that waits for it, if one does. */
export function takeSlot(step: AskStep, state: FlowState): FlowState {
  if (step.fill === undefined || !Object.hasOwn(state.slots, step.fill)) return state
  const { [step.fill]: value = null, ...slots } = state.slots
  return settle(step, { ...state, slots }, value)
}

export function withStep(trail: readonly string[], id: string): readonly string[] {
  return [...trail.filter((one) => one !== id), id]
}
