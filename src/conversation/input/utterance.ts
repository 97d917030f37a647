import { normalise, tokens } from './normalise'

/** One message prepared for all recognisers. */
export interface Utterance {
  /** As the person wrote it. */
  readonly raw: string
  /** Normalised. */
  readonly text: string
  /** Words, runs of digits, and single signs of `text`, in order. */
  readonly tokens: readonly string[]
  /** For each token: nothing stands between it and the token before it. */
  readonly glued: readonly boolean[]
  /** The tokens that are words, digits or emoji: sentence marks and other signs left out. */
  readonly words: readonly string[]
}

/** Whether a token is a word, digits or an emoji. */
export const isWord = (token: string): boolean => /^[\p{L}\p{M}\d]|\p{Extended_Pictographic}/u.test(token)

const REMEMBERED = 8
const recent = new Map<string, Utterance>()

function gluedTo(text: string, parts: readonly string[]): boolean[] {
  let end = -1
  return parts.map((part) => {
    const start = text.indexOf(part, Math.max(end, 0))
    const glued = start === end
    end = start + part.length
    return glued
  })
}

function prepare(raw: string): Utterance {
  const text = normalise(raw)
  const parts = tokens(text)
  return { raw, text, tokens: parts, glued: gluedTo(text, parts), words: parts.filter(isWord) }
}

/** Prepares a message; the last few are remembered, so that several recognisers share the work. */
export function utterance(raw: string): Utterance {
  const known = recent.get(raw)
  if (known) return known
  const fresh = prepare(raw)
  recent.set(raw, fresh)
  const oldest = recent.keys().next()
  if (recent.size > REMEMBERED && !oldest.done) recent.delete(oldest.value)
  return fresh
}
