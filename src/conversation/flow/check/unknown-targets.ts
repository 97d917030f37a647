import { FLOW_PREFIX } from '../flow'
import { staysInFlow, waysOf } from '../steps'
import { suggestion } from '../suggestion'
import { eachStep } from './finding'

/** Ways to a step or a flow that does not exist. */
export const unknownTargets = eachStep('unknown-targets', (step, flow, { flows }) => {
  const steps = flow.steps.map((one) => one.id)
  const ids = flows.map((one) => one.id)
  const targets = [...new Set(waysOf(step).map((way) => way.to))]
  const revised = step.type === 'ask' && step.revise !== undefined ? [step.revise] : []
  return [...targets, ...revised].flatMap((target) => {
    if (target.startsWith(FLOW_PREFIX)) {
      const id = target.slice(FLOW_PREFIX.length)
      return ids.includes(id)
        ? []
        : [
            `goes to the flow "${id}", which does not exist${suggestion(id, ids)}; add flows/${id}.yaml or change it`,
          ]
    }
    if (!staysInFlow(target) || steps.includes(target)) return []
    return [
      `goes to the step "${target}", which does not exist${suggestion(target, steps)}; add it or change it`,
    ]
  })
})
