/**
 * Twelve digits, in groups of four or together, not part of a longer number. A first digit 0 or 1 is never issued.
 * Digits of any script count.
 */
const TWELVE = /(?<![\p{Nd}+])(\p{Nd}{4})[ \u00a0-]?(\p{Nd}{4})[ \u00a0-]?(\p{Nd}{4})(?!\p{Nd})/gu
const MOBILE_WITH_91 = /^91[6-9]\d{9}$/
const MASK = 'XXXX XXXX XXXX'

/**
 * The text with every number that looks like an Aadhaar number masked, before anything is stored. The check digit is
 * not verified: one typing slip must not put a real number on record. `91` and a mobile number is a phone number.
 */
export function maskAadhaar(text: string): string {
  return text.replace(TWELVE, (found) => {
    const digits = latinDigits(found)
    return MOBILE_WITH_91.test(digits) || /^[01]/.test(digits) ? found : MASK
  })
}

/** Digits of any script as 0-9, and nothing else of the text. */
function latinDigits(text: string): string {
  return Array.from(text, (sign) => (/\p{Nd}/u.test(sign) ? String(digitValue(sign)) : '')).join('')
}

/** Unicode gives each script's digits in a row from its zero, which stands at a multiple of 16 or 10 from the others. */
function digitValue(sign: string): number {
  let zero = sign.codePointAt(0) ?? 0
  const code = zero
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}
