import { eachStep } from './finding'

/** A question that applies only while it has a certain answer, or none: it would lose the answer just given. */
export const ownConditions = eachStep('own-conditions', (step) =>
  step.type === 'ask' && step.save !== undefined && Object.hasOwn(step.when ?? {}, step.save)
    ? [`has its own answer "${step.save}" in "when"; leave that out, a known answer is passed over anyway`]
    : [],
)
