import { bloodWord } from './abo-rh'
import { groupMentions } from './group-mentions'
import type { BloodGroup, Recogniser } from './recogniser'
import { utterance, type Utterance } from './utterance'

const NEEDED = ['near', 'countable']

/** "Maybe B+", and "is it B+?" - but "can you get B+ blood units?" states the group. */
function isInDoubt(said: Utterance): boolean {
  const roles = said.tokens.map((_token, at) => bloodWord(said, at)?.meaning ?? '')
  if (roles.includes('doubt')) return true
  const asks = roles.includes('question') || said.tokens.includes('?')
  return asks && !roles.some((role) => NEEDED.includes(role))
}

/** One blood group with ABO and Rh both stated; two groups, doubt, questions, tests and Bombay give nothing. */
export const bloodGroup: Recogniser<BloodGroup> = (text) => {
  const said = utterance(text)
  const groups = new Set(groupMentions(said, { asked: true }).map(({ group }) => group))
  return groups.size === 1 && !isInDoubt(said) ? [...groups][0] : undefined
}
