import { pinsIn } from './place-of-pin'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

/** The one Indian PIN code of a message: six digits, the first not zero, also written "208 002". */
export const pincode: Recogniser<string> = (text) => {
  const [pin, ...others] = pinsIn(utterance(text).words)
  return others.length === 0 ? pin : undefined
}
