import { reachable, staysInFlow, waysOf } from '../steps'
import { eachStep } from './finding'

/** Steps from which the flow can never end. */
export const deadEnds = eachStep('dead-ends', (step, flow) => {
  const ids = flow.steps.map((one) => one.id)
  const ahead = reachable(flow, step.id)
  // A target that does not exist has a finding of its own; here it counts as a way out.
  const leaves = flow.steps.some(
    (one) => ahead.has(one.id) && waysOf(one).some((way) => !staysInFlow(way.to) || !ids.includes(way.to)),
  )
  return leaves ? [] : ['leads to no end, whatever is answered; give one of the next steps a way to end']
})
