import type { Flow, Step } from '../flow'
import { waysOf, wayOn } from '../steps'
import { eachFlow, fileOf } from './finding'
import type { Finding } from './finding'

/** Actions that change something and can be come to without a yes to a question asked for it. */
export const unconfirmedEffects = eachFlow((flow, { actions }) => {
  if (flow.side || flow.unconfirmed !== undefined) return []
  const effects = new Set(actions.filter((action) => action.type === 'effect').map((action) => action.name))
  const open = reachedWithoutYes(flow)
  return flow.steps
    .filter((step) => step.type === 'do' && effects.has(step.do) && step.unconfirmed === undefined)
    .filter((step) => open.has(step.id))
    .map((step): Finding => ({
      check: 'unconfirmed-effects',
      level: 'error',
      file: fileOf(flow),
      step: step.id,
      message:
        'changes something before anybody said yes; put a yes_no question without "save" before it, ' +
        'or say by "unconfirmed: <reason>" why none is needed',
    }))
})

function reachedWithoutYes(flow: Flow): ReadonlySet<string> {
  const steps = new Map(flow.steps.map((step) => [step.id, step]))
  const seen = new Set<string>()
  const open = [flow.steps[0]?.id ?? '']
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = steps.get(id)
    if (!step || seen.has(id)) continue
    seen.add(id)
    open.push(...waysWithoutYes(step))
  }
  return seen
}

/** The ways out of a step that nobody's yes opens. */
function waysWithoutYes(step: Step): readonly string[] {
  const targets = waysOf(step).map((way) => way.to)
  if (
    step.type !== 'ask' ||
    step.kind !== 'yes_no' ||
    step.save !== undefined ||
    typeof step.next === 'string'
  ) {
    return targets
  }
  const no = wayOn(step.next, 'no')
  return [no, step.over].filter((target) => target !== undefined)
}
