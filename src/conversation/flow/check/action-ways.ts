import { wayOn } from '../steps'
import { suggestion } from '../suggestion'
import { eachStep } from './finding'

/** Results of an action without a way on, and ways for results that it never gives. */
export const actionWays = eachStep('action-ways', (step, _flow, { actions }) => {
  const action = step.type === 'do' ? actions.find((one) => one.name === step.do) : undefined
  if (!action) return []
  const { next } = step
  const results = ['ok', ...action.reasons]
  if (typeof next === 'string') {
    return action.reasons.length === 0
      ? []
      : [
          `goes the same way for every result of ${action.name}; write "next" for ${results.join(', ')} (or else)`,
        ]
  }
  return [
    ...results
      .filter((result) => wayOn(next, result) === undefined)
      .map((result) => `has no way on for the result "${result}" of ${action.name}; add it to "next"`),
    ...Object.keys(next)
      .filter((key) => key !== 'else' && !results.includes(key))
      .map(
        (key) =>
          `has a way for "${key}", which ${action.name} never gives${suggestion(key, results)}; remove it`,
      ),
  ]
})
