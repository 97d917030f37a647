import { suggestion } from '../suggestion'
import { eachStep } from './finding'

/** Actions that are not registered. */
export const unknownActions = eachStep('unknown-actions', (step, _flow, { actions }) => {
  const names = actions.map((action) => action.name)
  if (step.type !== 'do' || names.includes(step.do)) return []
  return [
    `does "${step.do}", which no action is called${suggestion(step.do, names)}; actions are ${names.join(', ')}`,
  ]
})
