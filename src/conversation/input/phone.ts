import { lexicon, segments } from './lexicon'
import { phoneMentions } from './phone-mentions'
import type { Recogniser } from './recogniser'
import { utterance, type Utterance } from './utterance'

/** An Indian mobile number in E.164, the first of several; `self` for "this same number". Others give nothing. */
export const phone: Recogniser<string> = (text, { locale }) => {
  const said = utterance(text)
  const mentions = phoneMentions(said)
  if (mentions.length > 0) return mentions.find((one) => one.phone !== undefined)?.phone
  return saysSelf(said, locale) ? 'self' : undefined
}

/** "This number", and nothing but words about numbers and calls beside it: "not this number" and "this blood" are not. */
function saysSelf(said: Utterance, locale: string | undefined): boolean {
  if (said.tokens.includes('?') || said.words.some((word) => /^\d/.test(word))) return false
  const words = lexicon(['same-number', 'fillers'], { sound: true })
  const meanings = segments(said.words, words, locale).map(({ meaning }) => meaning)
  const foreign = meanings.some((meaning) => meaning === undefined || meaning === 'other')
  return meanings.includes('self') && !foreign
}
