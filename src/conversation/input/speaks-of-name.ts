import { lexicon, segments } from './lexicon'
import { utterance } from './utterance'

/** Whether the message says the word for a name ("certificate ka naam galat hai"): the words of all languages count. */
export function speaksOfName(text: string): boolean {
  return segments(utterance(text).words, lexicon('name')).some(({ meaning }) => meaning === 'name')
}
