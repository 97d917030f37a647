import { normalise } from './normalise'

const MAX = 4
const LETTER = /\p{L}/u

/**
 * One to four initials, in upper case without dots: `r.k.` and `Rahul Kumar` → `RK`, `राम` → `रा`. Of a name nothing but
 * the first letters is kept; what has digits or more than four words is no name.
 */
export function readInitials(text: string): string | undefined {
  const parts = normalise(text)
    .split(/[\s.,]+/u)
    .filter((part) => LETTER.test(part))
  if (parts.length === 0 || parts.length > MAX || /[\d?]/u.test(text)) return undefined
  const [only = ''] = parts
  const latin = /^[a-z]+$/u.test(only)
  if (parts.length === 1 && latin && only.length <= 2) return only.toUpperCase()
  return parts.map((part) => firstSign(part)).join('')
}

const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' })

function firstSign(part: string): string {
  for (const { segment } of graphemes.segment(part)) return segment.toUpperCase()
  return ''
}
