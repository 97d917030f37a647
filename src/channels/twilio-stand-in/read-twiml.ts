/** One `<Message>` of an answer. */
export interface TwimlMessage {
  readonly body: string
  readonly mediaUrls: readonly string[]
  /** Where Twilio is to say what becomes of it. */
  readonly action?: string
}

/** A whole answer, or Twilio's code for why it cannot be used. */
export type ReadTwiml =
  | { readonly ok: true; readonly messages: readonly TwimlMessage[] }
  | { readonly ok: false; readonly code: 12100 | 12200 | 12300 }

const NOT_XML = { ok: false, code: 12100 } as const
const NOT_TWIML = { ok: false, code: 12200 } as const

/** Reads an answer to a message webhook as strictly as the bot must write it: no other verbs, no attribute but `action`. */
export function readTwiml(contentType: string, text: string): ReadTwiml {
  // Nothing at all is an answer, too.
  if (text === '') return { ok: true, messages: [] }
  if (!/^(?:text|application)\/xml\b/i.test(contentType)) return { ok: false, code: 12300 }
  const document = text.replace(/^<\?xml [^?]*\?>\s*/, '').trim()
  if (document === '<Response/>') return { ok: true, messages: [] }
  const response = /^<Response>([^]*)<\/Response>$/.exec(document)?.[1]
  if (response === undefined) return NOT_XML
  const elements = children(response, 'Message', '(?: action="([^"]*)")?')
  if (!elements) return NOT_TWIML
  const messages: TwimlMessage[] = []
  for (const { content, attribute } of elements) {
    const message = readMessage(content)
    if (message === undefined) return NOT_TWIML
    const action = attribute === undefined ? undefined : unescapeXml(attribute)
    if (message === 'not xml' || (attribute !== undefined && action === undefined)) return NOT_XML
    messages.push({ ...message, ...(action !== undefined && { action }) })
  }
  return { ok: true, messages }
}

function readMessage(content: string): Omit<TwimlMessage, 'action'> | 'not xml' | undefined {
  const bodies = children(content.replace(/<Media>[^<]*<\/Media>/g, ''), 'Body')
  const media = children(content.replace(/<Body>[^<]*<\/Body>/g, ''), 'Media')
  if (!bodies || !media || bodies.length > 1 || bodies.length + media.length === 0) return undefined
  const texts = [...bodies, ...media].map((element) => unescapeXml(element.content))
  if (texts.includes(undefined)) return 'not xml'
  return {
    body: bodies.length === 1 ? (texts[0] ?? '') : '',
    mediaUrls: texts.slice(bodies.length) as string[],
  }
}

interface Child {
  readonly content: string
  readonly attribute?: string
}

/**
 * A run of elements of one name with nothing but blanks between them; `attribute` is a pattern whose one group holds an
 * attribute's value.
 */
function children(content: string, name: string, attribute = '()'): Child[] | undefined {
  const element = new RegExp(`\\s*<${name}${attribute}>([^]*?)</${name}>\\s*`, 'y')
  const found: Child[] = []
  let at = 0
  while (at < content.length) {
    element.lastIndex = at
    const match = element.exec(content)
    if (!match) return content.slice(at).trim() === '' ? found : undefined
    const [, value, inner = ''] = match
    found.push({ content: inner, ...(value !== undefined && { attribute: value }) })
    at = element.lastIndex
  }
  return found
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  if (/[<\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) {
    return undefined
  }
  return text.replace(/&(?:(\w+)|#(\d+));/g, (whole, name: string | undefined, code: string | undefined) =>
    code !== undefined ? String.fromCodePoint(Number(code)) : (NAMED[name ?? ''] ?? whole),
  )
}
