import { reachable } from '../steps'
import { eachStep } from './finding'

/** Steps that no way leads to. */
export const unreachableSteps = eachStep('unreachable-steps', (step, flow) =>
  reachable(flow, flow.steps[0]?.id ?? '').has(step.id)
    ? []
    : ['is never come to; let a step go to it, or remove it'],
)
