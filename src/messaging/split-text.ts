/** How long one message may be through Twilio, in UTF-16 units. */
export const MAX_BODY = 1600

const SENTENCE_END = /[!?।॥\n]+|(?<!\d)\.+(?=\s)/g
const BLANK = /\s+/g
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Cuts a text into pieces of at most `max` UTF-16 units: after the last sentence end that fits, else after the last
 * blank, else between two visible characters. Blanks at a cut are dropped; a text that fits is returned as it is.
 */
export function splitText(text: string, max: number = MAX_BODY): string[] {
  if (text.length <= max) return [text]
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > max) {
    const cut = cutAt(rest, max)
    pieces.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}

function cutAt(text: string, max: number): number {
  const fits = text.slice(0, max + 1)
  return lastEnd(fits, max, SENTENCE_END) ?? lastEnd(fits, max, BLANK) ?? graphemeCut(text, max)
}

/** Where the last match that ends within `max` ends; a match at the very start is no place to cut. */
function lastEnd(text: string, max: number, pattern: RegExp): number | undefined {
  let end: number | undefined
  for (const match of text.matchAll(pattern)) {
    const stop = Math.min(match.index + match[0].length, max)
    if (match.index > 0 && match.index < max) end = stop
  }
  return end
}

function graphemeCut(text: string, max: number): number {
  // The character that would be torn; a longer one than `max` must be torn, but never inside a surrogate pair.
  const start = graphemes.segment(text.slice(0, max + 64)).containing(max)?.index ?? max
  if (start > 0) return start
  return isLowSurrogate(text.charCodeAt(max)) && max > 1 ? max - 1 : max
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
