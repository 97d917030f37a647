import type { QuestionKind } from '../flow'
import { suggestion } from '../suggestion'
import { eachStep } from './finding'

/** What a first message can state, and the kinds of question that it answers. */
const KINDS_OF_SLOT: { readonly [slot: string]: readonly QuestionKind[] } = {
  blood_group: ['blood_group'],
  component: ['component'],
  units: ['units'],
  date: ['date', 'date_past'],
  phone: ['phone'],
  place: ['place'],
  age: ['age'],
  weight: ['weight'],
}

/** `fill` with something that no first message states, or that is no answer to the question. */
export const unknownSlots = eachStep('unknown-slots', (step) => {
  if (step.type !== 'ask' || step.fill === undefined) return []
  const kinds = KINDS_OF_SLOT[step.fill]
  const slots = Object.keys(KINDS_OF_SLOT)
  if (!kinds) {
    return [
      `is filled by "${step.fill}", which is unknown${suggestion(step.fill, slots)}; choose of ${slots.join(', ')}`,
    ]
  }
  if (kinds.includes(step.kind)) return []
  return [
    `is of kind ${step.kind}, but "fill: ${step.fill}" gives a ${kinds.join(' or ')}; change one of them`,
  ]
})
