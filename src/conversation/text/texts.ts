import type { Channel } from '../../base/channel'
import type { Locale } from '../../base/locale'
import type { Json } from '../turn/conversation'

/** Who reads a text, and what it shows. */
export interface TextAsk {
  readonly locale: Locale
  /** By SMS the variant `<key>_sms` is used where the locale has one. */
  readonly channel: Channel
  readonly values: { readonly [name: string]: Json }
}

/** Every word that people read, by key: `<namespace>:<key>`, the namespace being a flow id, `common`, `bot` or `messages`. */
export interface Texts {
  /**
   * The text, with its placeholders filled. A key or a placeholder's value that is missing is an error naming the key
   * and the locale: nobody is ever shown a key or a bare `{{name}}`.
   */
  text(key: string, ask: TextAsk): string
  /** A text that is not in the locale files, such as a template's, with its placeholders filled the same way. */
  fill(text: string, ask: TextAsk): string
  /** Whether the locale itself has the key; falling back to another language does not count. */
  has(key: string, locale: Locale): boolean
}
