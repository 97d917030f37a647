import { lexicon, segments } from './lexicon'
import { utterance } from './utterance'

/** `none` when the whole message says that there is none, that it is not known, or to go on without it. */
export function readNone(text: string): 'none' | undefined {
  const { words } = utterance(text)
  const meanings = segments(words, lexicon(['none', 'fillers'], { spoken: true, sound: 'phrases' })).map(
    (segment) => segment.meaning,
  )
  const known = meanings.every((meaning) => meaning === 'none' || meaning === 'filler')
  return known && meanings.includes('none') ? 'none' : undefined
}
