import { lexicon, segments } from './lexicon'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

/** The language that a message names; two names give nothing. */
export const language: Recogniser<string> = (text, { locale }) => {
  const named = segments(utterance(text).words, lexicon('languages'), locale)
    .map(({ meaning }) => meaning)
    .filter((meaning) => meaning !== undefined)
  const [only, ...others] = new Set(named)
  return others.length === 0 ? only : undefined
}
