import type { Instant } from '../../../base/clock'
import type { Json } from '../../turn/conversation'
import type { TextAsk } from '../texts'

/** What a formatter may know: who reads, every value of the text, its own argument, and the shared words. */
export interface FormatAsk extends TextAsk {
  /** What stands in brackets: `{{patient, chosen(known.patients)}}`. */
  readonly argument?: string
  readonly now: Instant
  readonly timeZone: string
  /** A text for the same reader; of namespace `common` unless the key names another (`places:LLR Hospital`). */
  word(key: string, values?: { readonly [name: string]: Json }): string
  /** Whether the reader's language has that word. */
  hasWord(key: string): boolean
}

/**
 * Writes a value as people read it: `{{needed_by, date}}`. `null` and `undefined` (nothing answered) are written where
 * the formatter has words for them; elsewhere they are an error.
 */
export type Formatter = (value: Json | undefined, ask: FormatAsk) => string

/** A value that a formatter cannot write. The text's key and language are added by whoever renders the text. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
}

/** The value as text; anything but a text or a number is an error. */
export function plain(value: Json | undefined): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new FormatError(`a text or a number is wanted, not ${JSON.stringify(value) ?? 'nothing'}`)
}

/** The value `a.b` inside the values of a text. */
export function valueAt(values: { readonly [name: string]: Json }, path: string): Json | undefined {
  let found: Json | undefined = values
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined
    found = (found as { readonly [name: string]: Json })[name]
  }
  return found
}

/** The value as a list of objects (`[{ id, title }]`), as actions give them. */
export function records(value: Json | undefined): readonly { readonly [name: string]: Json }[] {
  if (!Array.isArray(value))
    throw new FormatError(`a list is wanted, not ${JSON.stringify(value) ?? 'nothing'}`)
  return value as readonly { readonly [name: string]: Json }[]
}
