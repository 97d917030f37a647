import type { QuestionKind } from '../flow'
import { closedAnswers } from './closed-answers'
import { eachStep } from './finding'

/** Kinds whose own answers may look like the number of a choice, or that accept any word. */
const WITHOUT_OPTIONS: readonly QuestionKind[] = [
  'units',
  'age',
  'weight',
  'date',
  'date_past',
  'time',
  'card',
  'text',
]

/** Choices on questions that cannot tell a choice from an answer, and choices that are no answers of their kind. */
export const misplacedOptions = eachStep('misplaced-options', (step, _flow, input) => {
  if (step.type !== 'ask') return []
  if (step.kind === 'yes_no' && step.optional) {
    return ['is "optional", but "no" and "none" are the same word; ask by a menu, or remove "optional"']
  }
  if (!step.options) return []
  if (WITHOUT_OPTIONS.includes(step.kind)) {
    return [`has options, but 1 is also an answer of kind ${step.kind}; remove "options", or ask by a menu`]
  }
  const closed = step.kind === 'phone' ? ['self'] : closedAnswers(step, input)
  if (!closed || !('ids' in step.options)) return []
  return step.options.ids
    .filter((id) => !closed.includes(id))
    .map((id) => `offers "${id}", which is no ${step.kind}; choose of ${closed.join(', ')}`)
})
