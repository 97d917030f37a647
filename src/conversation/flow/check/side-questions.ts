import { eachStep } from './finding'

/** Questions in a flow that is answered in the middle of another one. */
export const sideQuestions = eachStep('side-questions', (step, flow) =>
  flow.side && step.type === 'ask'
    ? ['asks in a flow with "side: true"; remove the question, or "side"']
    : [],
)
