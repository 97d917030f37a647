const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
// What XML 1.0 cannot carry: C0 controls but tab and line feed, half surrogate pairs, two non-characters.
// eslint-disable-next-line no-control-regex
const SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** An answer that says nothing: the message is acknowledged. */
export const EMPTY_TWIML = `${HEAD}<Response/>`

/** The answer that sends these texts, in order; `callback` says where Twilio tells what became of the nth. */
export function messagesTwiml(texts: readonly string[], callback?: (nth: number) => string): string {
  if (texts.length === 0) return EMPTY_TWIML
  let xml = `${HEAD}<Response>`
  for (const [nth, text] of texts.entries()) {
    const action = callback === undefined ? '' : ` action="${escapeXml(callback(nth))}"`
    xml += `<Message${action}><Body>${escapeXml(text)}</Body></Message>`
  }
  return xml + '</Response>'
}

/** Text as XML content; what XML cannot carry is left out. */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (sign) => ESCAPES[sign] ?? '')
}
