import { isAnswered } from './answers'
import type { AskStep, Flow } from './flow'
import { reachable } from './steps'
import type { FlowState, Say } from './walk'

/** Questions without an answer, from here on, that a slot may answer; the first one of each slot. */
export function fillable(flow: Flow, state: FlowState): readonly AskStep[] {
  const ahead = reachable(flow, state.step)
  const steps = flow.steps.filter(
    (step): step is AskStep =>
      step.type === 'ask' &&
      step.fill !== undefined &&
      ahead.has(step.id) &&
      !isAnswered(step, state.answers),
  )
  return steps.filter((step, index) => steps.findIndex((one) => one.fill === step.fill) === index)
}

/** Repeats what a message stated, in the order of the questions that take it. */
export function understood(
  flow: Flow,
  { answers }: FlowState,
  { steps, slots }: { readonly steps: readonly AskStep[]; readonly slots: FlowState['slots'] },
): readonly Say[] {
  const taken = steps.filter((step) => Object.hasOwn(slots, step.fill ?? ''))
  if (flow.understood === undefined || taken.length === 0) return []
  const values = taken.map((step) => ({ kind: step.kind, value: slots[step.fill ?? ''] ?? null }))
  return [{ text: flow.understood, values: answers, understood: values }]
}
