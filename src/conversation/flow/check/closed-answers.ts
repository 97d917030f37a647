import type { AskStep } from '../flow'
import type { CheckInput } from './finding'

const BLOOD_GROUPS = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-']
const COMPONENTS = ['packed_red_cells', 'whole_blood', 'platelets', 'plasma']

/** Every answer that a question of a closed kind can get; nothing for a kind with countless ones. */
export function closedAnswers(step: AskStep, { texts }: CheckInput): readonly string[] | undefined {
  switch (step.kind) {
    case 'yes_no':
      return ['yes', 'no']
    case 'blood_group':
      return BLOOD_GROUPS
    case 'component':
      return COMPONENTS
    case 'language':
      return Object.keys(texts)
    case 'menu':
      return step.options && 'ids' in step.options ? step.options.ids : undefined
    default:
      return undefined
  }
}
