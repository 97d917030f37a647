import type { Utterance } from './utterance'

/** A number that is long enough to be a phone number, and where. */
export interface PhoneMention {
  /** E.164 of an Indian mobile; missing for any other number. */
  readonly phone: string | undefined
  /** Index of its first token. */
  readonly at: number
  /** Index after its last token. */
  readonly end: number
}

const FEWEST_DIGITS = 10
const MOST_DIGITS = 13
const DIGITS = /^\d+$/
/** Signs that people put into a phone number. */
const INSIDE = /^[-.()/]$/
/** A mobile with or without 0, 91, 091 before it. */
const MOBILE = /^(?:0?91|0)?([6-9]\d{9})$/

/** Tokens from `at` that are digits with signs between them: `98390-12345`, `+91 98390 12345`. */
function runFrom({ tokens }: Utterance, at: number): { readonly digits: string; readonly end: number } {
  let digits = ''
  let end = at
  for (let next = at; next < tokens.length; next++) {
    const token = tokens[next] ?? ''
    if (INSIDE.test(token)) continue
    if (!DIGITS.test(token) || digits.length + token.length > MOST_DIGITS) break
    // A whole number stands: the next digits are another one, or something else.
    if (MOBILE.test(digits) && digits.length >= FEWEST_DIGITS) break
    digits += token
    end = next + 1
  }
  return { digits, end }
}

/** The phone numbers of a message, and other numbers as long; no digit belongs to two. */
export function phoneMentions(said: Utterance): PhoneMention[] {
  const found: PhoneMention[] = []
  for (let at = 0; at < said.tokens.length;) {
    if (!DIGITS.test(said.tokens[at] ?? '')) {
      at++
      continue
    }
    const { digits, end } = runFrom(said, at)
    const [, mobile] = MOBILE.exec(digits) ?? []
    if (mobile !== undefined) found.push({ phone: `+91${mobile}`, at, end })
    else if ((said.tokens[at]?.length ?? 0) >= FEWEST_DIGITS)
      found.push({ phone: undefined, at, end: at + 1 })
    at = mobile === undefined ? at + 1 : end
  }
  return found
}
