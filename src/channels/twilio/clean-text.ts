// Line ends of other systems become \n, a tab a blank; the other C0 and C1 controls and DEL go, and what turns the
// direction of the text around, for whoever reads it later.
const LINE_END = /\r\n?/g
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
// eslint-disable-next-line no-control-regex
const ANY = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** Text without control characters; line feeds stay. */
export function cleanText(text: string): string {
  if (!ANY.test(text)) return text
  return text.replace(LINE_END, '\n').replaceAll('\t', ' ').replace(CONTROL, '')
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
// Only concatenated messages were seen so; anything shorter may be somebody's own word.
const SHORTEST_BASE64 = 60
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text behind a concatenated SMS that arrived in base64, or the text itself when it is not surely that: long,
 * without blanks, complete, and valid UTF-8 of letters and blanks behind it.
 */
export function decodeBase64Body(text: string): string {
  if (text.length < SHORTEST_BASE64 || !BASE64.test(text)) return text
  const bytes = Buffer.from(text, 'base64')
  try {
    const decoded = utf8.decode(bytes)
    return isProse(decoded) ? decoded : text
  } catch {
    return text
  }
}

function isProse(text: string): boolean {
  const letters = text.match(/[\p{L}\p{M}\p{Nd}\s\p{P}]/gu)?.length ?? 0
  return /\s/.test(text) && !/\p{Cc}/u.test(text.replace(/\s/g, '')) && letters * 10 >= [...text].length * 8
}
