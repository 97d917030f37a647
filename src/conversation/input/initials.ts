import { normalise } from './normalise'

const MAX = 4
const LETTER = /\p{L}/u

/** Latin letters as they are said and written in Devanagari: `आर के` is RK, not a name. */
const SAID: { readonly [letter: string]: string } = {
  ए: 'A',
  बी: 'B',
  सी: 'C',
  डी: 'D',
  ई: 'E',
  एफ: 'F',
  जी: 'G',
  एच: 'H',
  आई: 'I',
  जे: 'J',
  के: 'K',
  एल: 'L',
  एम: 'M',
  एन: 'N',
  ओ: 'O',
  पी: 'P',
  क्यू: 'Q',
  आर: 'R',
  एस: 'S',
  टी: 'T',
  यू: 'U',
  वी: 'V',
  डब्ल्यू: 'W',
  एक्स: 'X',
  वाई: 'Y',
  जेड: 'Z',
}

/** "beti ka naam Priya hai": what stands after the word for it. */
const NAMED = /(?:^|\s)(?:naam|nam|name|नाम)\s+(?:is\s+)?(.+?)(?:\s+(?:hai|he|h|है|हे))?$/u

const said = Object.keys(SAID).sort((one, other) => other.length - one.length)
const SPELT = new RegExp(`^(?:${said.join('|')}){2,${MAX}}$`, 'u')
const ONE_SAID = new RegExp(said.join('|'), 'gu')

/**
 * One to four initials, in upper case without dots: `r.k.`, `RK`, `आर के` and `Rahul Kumar` → `RK`, `राम` → `रा`. Of a
 * name nothing but the first letters is kept; what has digits or more than four words is no name.
 */
export function readInitials(text: string): string | undefined {
  const whole = normalise(text)
  const parts = (NAMED.exec(whole)?.[1] ?? whole)
    .split(/[^\p{L}\p{M}\p{N}'’?-]+/u)
    .filter((part) => LETTER.test(part))
  if (parts.length === 0 || parts.length > MAX || /[\d?]/u.test(text)) return undefined
  const together = parts.join('')
  if (SPELT.test(together)) return together.replace(ONE_SAID, (name) => SAID[name] ?? '')
  const [only = ''] = parts
  // Three or four letters without a vowel are no name.
  const letters = /^(?:[a-z]{1,2}|[b-df-hj-np-tv-z]{3,4})$/u.test(only)
  if (parts.length === 1 && letters) return only.toUpperCase()
  return parts.map((part) => firstSign(part)).join('')
}

const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' })

function firstSign(part: string): string {
  for (const { segment } of graphemes.segment(part)) return segment.toUpperCase()
  return ''
}
