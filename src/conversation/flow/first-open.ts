import { answerKey, holds, isAnswered, valueAt } from './answers'
import type { AskStep, Flow, Step, Target } from './flow'
import { staysInFlow, wayOn } from './steps'
import type { FlowState } from './walk'

/**
 * The first question without an answer on the way that the known answers lead, for a conversation that came from
 * another version of the flow. With a `goal` it looks only before that step, and gives the goal itself as soon as the
 * way is not certain (a result that nobody kept, a question whose answer has no name).
 */
export function firstOpen(flow: Flow, state: FlowState, goal?: Target): Target | undefined {
  const steps = new Map(flow.steps.map((step) => [step.id, step]))
  let id: Target | undefined = beginning(flow, state)
  for (let count = 0; count < flow.steps.length && id !== undefined && id !== goal; count++) {
    const step = steps.get(id)
    if (!step) return goal
    if (isOpen(step, state)) return step.save === undefined ? (goal ?? step.id) : step.id
    id = certainWay(step, state)
  }
  return goal
}

/** After the last action that changed something, or at the first step. */
function beginning(flow: Flow, state: FlowState): Target | undefined {
  const done = flow.steps.find((step) => step.id === state.trail[0])
  return done?.type === 'do' ? certainWay(done, state) : flow.steps[0]?.id
}

function isOpen(step: Step, state: FlowState): step is AskStep {
  if (step.type !== 'ask' || step.unasked || (step.when && !holds(step.when, state.answers))) return false
  return step.save === undefined ? !state.trail.includes(step.id) : !isAnswered(step, state.answers)
}

function certainWay(step: Step, state: FlowState): Target | undefined {
  const target = step.when && !holds(step.when, state.answers) ? step.over : wayThrough(step, state)
  return target !== undefined && staysInFlow(target) ? target : undefined
}

function wayThrough(step: Step, state: FlowState): Target | undefined {
  if (typeof step.next === 'string') return step.next
  if (step.type === 'ask' && step.save !== undefined) {
    return wayOn(step.next, answerKey(valueAt(state.answers, step.save) ?? null))
  }
  const targets = new Set(Object.values(step.next))
  return targets.size === 1 ? [...targets][0] : undefined
}
