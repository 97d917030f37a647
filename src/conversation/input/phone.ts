import { isValidPhoneNumber } from 'libphonenumber-js/mobile'
import { lexicon, segments } from './lexicon'
import { phoneMentions } from './phone-mentions'
import type { Recogniser } from './recogniser'
import { utterance, type Utterance } from './utterance'

/** An Indian mobile number in E.164, the first of several; `self` for "this same number". Others give nothing. */
export const phone: Recogniser<string> = (text, { locale }) => {
  const said = utterance(text)
  const mentions = phoneMentions(said)
  if (mentions.length > 0) {
    return mentions.map((one) => one.phone).find((one) => one !== undefined && isValidPhoneNumber(one))
  }
  return saysSelf(said, locale) ? 'self' : undefined
}

function saysSelf(said: Utterance, locale: string | undefined): boolean {
  if (said.words.some((word) => /^\d/.test(word))) return false
  const meanings = segments(said.words, lexicon(['same-number', 'fillers']), locale).map(
    ({ meaning }) => meaning,
  )
  return meanings.includes('self') && meanings.every((meaning) => meaning !== undefined)
}
