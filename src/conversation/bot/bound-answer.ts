import { looksLikeHumanCode } from '../../base/ids'
import type { Instant } from '../../base/clock'
import type { AskedOf } from '../pledge/asked-of'
import type { AlertAnswerRead } from '../input/alert-answer'
import { bindAnswer, readTap, type Bound } from './bind-answer'
import type { OpenQuestion } from './routing'
import { textOf } from './text-of'
import type { TurnScratch } from './turn-scratch'
import type { Understanding } from './understanding'

/** What a donor's answer may be about; read only for messages that look like one. */
export interface AskedSource {
  /** Alerts and pledges of the person. */
  of(contactId: string, now: Instant): Promise<readonly AskedOf[]>
  /** Of these, the request that the message of this sid was about. */
  quoted(sid: string, asked: readonly AskedOf[], contactId: string): Promise<string | undefined>
  /** Whether a request has this code. */
  isCode(code: string): Promise<boolean>
}

interface Deps {
  readonly asked: AskedSource
  readonly understanding: Understanding
}

/** The alert or pledge that a message answers; nothing when it is about something else. */
export async function boundAnswer(
  scratch: TurnScratch,
  open: OpenQuestion | undefined,
  { asked, understanding }: Deps,
): Promise<Bound | undefined> {
  const { message, contactId, now } = scratch.about
  if (message.tap) return readTap(message.tap.id) && bindAnswer({ tap: message.tap.id }, [])
  const text = textOf(scratch.about)
  const read = (words: string): AlertAnswerRead | undefined => understanding.alertAnswer(words, scratch)
  const named = await codeIn(text, read, asked)
  const words = named?.words ?? read(text)
  if (!words) return undefined
  const of = await asked.of(contactId, now)
  const { quotedSid } = message
  const quoted = quotedSid === undefined ? undefined : await asked.quoted(quotedSid, of, contactId)
  return bindAnswer(
    {
      words,
      ...(quoted !== undefined && { quoted }),
      ...(named && { code: named.code }),
      ...(open && { question: { askedAt: open.askedAt } }),
    },
    of,
  )
}

/** Longer messages name no code: four letters are often a word. */
const MOST_WORDS = 10

/** "K7F3 haan", "haan K7F3", or the code alone, which says yes. */
async function codeIn(
  text: string,
  read: (words: string) => AlertAnswerRead | undefined,
  asked: AskedSource,
): Promise<{ readonly code: string; readonly words: AlertAnswerRead } | undefined> {
  const written = text.trim().split(/\s+/u)
  if (written.length > MOST_WORDS) return undefined
  for (const [at, word] of written.entries()) {
    const code = word.toUpperCase().replace(/[^A-Z0-9]/gu, '')
    if (!looksLikeHumanCode(code)) continue
    const rest = written.filter((_word, index) => index !== at).join(' ')
    const words = rest === '' ? ({ said: 'yes', bare: true } as const) : read(rest)
    if (words && (await asked.isCode(code))) return { code, words }
  }
  return undefined
}
