import type { Locale } from '../../base/locale'
import { lexicon, segments } from './lexicon'
import { phoneMentions } from './phone-mentions'
import type { Recogniser } from './recogniser'
import { spokenDigits } from './spoken-digits'
import { utterance, type Utterance } from './utterance'

const PICTURE = /^\p{Extended_Pictographic}/u

/** An Indian mobile number in E.164, the first of several; `self` for "this same number". Others give nothing. */
export const phone: Recogniser<string> = (text, { locale }) => {
  const said = utterance(text)
  const mentions = phoneMentions(said)
  if (mentions.length > 0) return mentions.find((one) => one.phone !== undefined)?.phone
  return saysSelf(said, locale) ? 'self' : spokenMobile(said, locale)
}

/** "nau aath teen ...": the one number said digit by digit. */
function spokenMobile(said: Utterance, locale: Locale | undefined): string | undefined {
  const [digits, ...others] = spokenDigits(said, locale)
  if (digits === undefined || others.length > 0) return undefined
  return phoneMentions(utterance(digits))[0]?.phone
}

/** "Call me on this number", whatever else is said. */
export function namesSameNumber({ words }: Utterance, locale: Locale | undefined): boolean {
  const known = lexicon('same-number')
  return words.some((_word, at) => known.at(words, at, locale)?.meaning === 'number')
}

/** "This number", and nothing but words about numbers and calls beside it: "not this number" and "this blood" are not. */
function saysSelf(said: Utterance, locale: Locale | undefined): boolean {
  if (said.tokens.includes('?') || said.words.some((word) => /^\d/.test(word))) return false
  const words = lexicon(['same-number', 'fillers'], { sound: true })
  const spoken = said.words.filter((word) => !PICTURE.test(word))
  const meanings = segments(spoken, words, locale).map(({ meaning }) => meaning)
  const foreign = meanings.some((meaning) => meaning === undefined || meaning === 'other')
  return ['self', 'number'].some((meaning) => meanings.includes(meaning)) && !foreign
}
