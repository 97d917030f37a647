import type { AskStep, Flow, Next, Step, Target } from './flow'
import { END, FLOW_PREFIX, LEAVE } from './flow'
import { WalkError } from './walk'

/** One way from a step to another: `on` is the answer or result that takes it, '' when there is only one. */
export interface Way {
  readonly on: string
  readonly to: Target
  /** Taken when the step is passed over because of its `when`. */
  readonly over?: true
}

/** The step of that id. Throws `WalkError` when the flow has none. */
export function stepOf(flow: Flow, id: string): Step {
  const step = flow.steps.find((one) => one.id === id)
  if (!step) throw new WalkError(`flow ${flow.id} (${flow.version}): it has no step "${id}"`)
  return step
}

/** The question of that id. Throws `WalkError` when it is no question. */
export function questionOf(flow: Flow, id: string): AskStep {
  const step = stepOf(flow, id)
  if (step.type !== 'ask')
    throw new WalkError(`flow ${flow.id}: step ${id} asks nothing that could be answered`)
  return step
}

/** Whether the target is a step of the flow itself. */
export function staysInFlow(target: Target): boolean {
  return target !== END && target !== LEAVE && !target.startsWith(FLOW_PREFIX)
}

/** Where an answer or a result leads; nothing when it has no way on. */
export function wayOn(next: Next, on: string): Target | undefined {
  if (typeof next === 'string') return next
  return Object.hasOwn(next, on) ? next[on] : next['else']
}

/** Every way out of a step. A `revise` menu leads to the questions it names. */
export function waysOf(step: Step): readonly Way[] {
  const ways: Way[] = step.over === undefined ? [] : [{ on: '', to: step.over, over: true }]
  if (step.type === 'ask' && step.revise !== undefined) {
    const ids = step.options && 'ids' in step.options ? step.options.ids : []
    return [...ids.map((id) => ({ on: id, to: id })), ...ways]
  }
  if (typeof step.next === 'string') return [{ on: '', to: step.next }, ...ways]
  return [...Object.entries(step.next).map(([on, to]) => ({ on, to })), ...ways]
}

/** Ids of the steps that can be come to from `from`, itself included. Targets that do not exist are left out. */
export function reachable(flow: Flow, from: string): ReadonlySet<string> {
  const steps = new Map(flow.steps.map((step) => [step.id, step]))
  const seen = new Set<string>()
  const open = [from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = steps.get(id)
    if (!step || seen.has(id)) continue
    seen.add(id)
    open.push(...waysOf(step).map((way) => way.to))
  }
  return seen
}
