import { lexicon } from './lexicon'
import { pinsIn } from './place-of-pin'
import type { Recogniser } from './recogniser'
import { spokenDigits } from './spoken-digits'
import { utterance, type Utterance } from './utterance'

/** Six digits that are money or a password. */
const OTHER_SIX = /[₹$]|(?<![\p{L}\p{M}])(?:otp|ओटीपी|password|पासवर्ड|rs|inr)(?![\p{L}\p{M}])/u

function isOtherSix({ text, words }: Utterance): boolean {
  return OTHER_SIX.test(text) || words.some((word) => lexicon('amounts').at([word], 0)?.meaning === 'money')
}

/**
 * The one Indian PIN code of a message: six digits, the first not zero, also written "208 002" or said in words. Six
 * digits of money or a one-time password are none.
 */
export const pincode: Recogniser<string> = (text, { locale }) => {
  const said = utterance(text)
  if (isOtherSix(said)) return undefined
  const written = pinsIn(said.words)
  const [pin, ...others] = written.length > 0 ? written : pinsIn(spokenDigits(said, locale))
  return others.length === 0 ? pin : undefined
}
