import { bloodWord } from './abo-rh'
import { groupMentions } from './group-mentions'
import type { BloodGroup, Recogniser } from './recogniser'
import { utterance, type Utterance } from './utterance'

function isInDoubt(said: Utterance): boolean {
  return said.tokens.some((_token, at) => bloodWord(said, at)?.meaning === 'doubt')
}

/** One blood group with ABO and Rh both stated; two groups, doubt, tests and Bombay give nothing. */
export const bloodGroup: Recogniser<BloodGroup> = (text) => {
  const said = utterance(text)
  const groups = new Set(groupMentions(said, { asked: true }).map(({ group }) => group))
  return groups.size === 1 && !isInDoubt(said) ? [...groups][0] : undefined
}
