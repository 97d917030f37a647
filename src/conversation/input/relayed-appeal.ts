import { concepts } from './concepts'
import { lexicon, segments } from './lexicon'
import { phoneMentions } from './phone-mentions'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

/** Appeals end before; what is said after so many words is not read. */
const MOST_WORDS = 300
/** Shorter messages are people's own words: an appeal explains itself to strangers. */
const FEWEST_WORDS = 8
const ABOUT_BLOOD = ['blood', 'group', 'donor', 'product']

/**
 * Whether a message is an appeal that somebody else wrote and others pass on ("please share", names and numbers of a
 * patient elsewhere). A family's own words about its own patient are none, however many numbers they give.
 */
export const relayedAppeal: Recogniser<true> = (text, { locale }) => {
  const said = utterance(text)
  const words = said.words.slice(0, MOST_WORDS)
  if (words.length < FEWEST_WORDS) return undefined
  const about = concepts(said, locale).said
  if (!ABOUT_BLOOD.some((name) => about.has(name)) || about.has('camp')) return undefined
  const meanings = segments(words, lexicon('relayed'), locale).map(({ meaning }) => meaning)
  if (meanings.includes('pass_on')) return true
  if (meanings.includes('own')) return undefined
  const labels = meanings.filter((meaning) => meaning === 'label').length
  const numbers = new Set(phoneMentions(said).map(({ phone }) => phone)).size
  return labels + numbers >= 2 && numbers > 0 ? true : undefined
}
