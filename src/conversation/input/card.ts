import { normalise } from './normalise'

/** A thalassemia card's number as written on it, without blanks and in upper case: 3 to 20 letters and digits, a digit among them. */
export function readCard(text: string): string | undefined {
  const card = normalise(text)
    .replace(/[\s./#:-]+/gu, '')
    .toUpperCase()
  return /^(?=.*\d)[\p{L}\p{M}\d]{3,20}$/u.test(card) ? card : undefined
}
