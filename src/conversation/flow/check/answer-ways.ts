import type { AskStep } from '../flow'
import { wayOn } from '../steps'
import { suggestion } from '../suggestion'
import { closedAnswers } from './closed-answers'
import { eachStep } from './finding'

/** Answers without a way on, and ways for answers that a question never gets. */
export const answerWays = eachStep('answer-ways', (step, _flow, input) => {
  if (step.type !== 'ask' || typeof step.next === 'string') return []
  if (step.revise !== undefined)
    return ['has "revise" and "next" by answer; remove "next", the options are the ways']
  const { next } = step
  const closed = closedAnswers(step, input)
  const certain = [
    ...(closed ?? []),
    ...(step.optional ? ['none'] : []),
    ...(step.keepAsWritten ? ['as_written'] : []),
  ]
  const without = certain.filter((answer) => wayOn(next, answer) === undefined)
  return [
    ...without.map((answer) => `has no way on for the answer "${answer}"; add it to "next", or else`),
    ...(closed || next['else'] !== undefined
      ? []
      : ['has no way on for every other answer; add "else" to "next"']),
    ...Object.keys(next)
      .filter(
        (key) => key !== 'else' && !certain.includes(key) && (closed !== undefined || !isPossible(step, key)),
      )
      .map((key) => `has a way for "${key}", which nobody can answer${suggestion(key, certain)}; remove it`),
  ]
})

/** Whether an answer of an open kind may be named that. */
function isPossible(step: AskStep, key: string): boolean {
  switch (step.kind) {
    case 'units':
    case 'age':
    case 'weight':
      return /^\d+$/.test(key)
    case 'phone':
      return key === 'self'
    case 'menu':
      return step.options !== undefined && 'from' in step.options && step.options.also.includes(key)
    default:
      return false
  }
}
