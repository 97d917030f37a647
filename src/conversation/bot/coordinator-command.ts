import { looksLikeHumanCode } from '../../base/ids'
import { CHOICES, folded, FREE_TEXT, VERBS, type Verb } from './coordinator-words'

/** What a coordinator wrote after `#`, for the flow `coordinator`. */
export interface CoordinatorCommand {
  readonly [answer: string]: string | readonly string[] | null
  /** `help` for anything that is no command: the commands are shown. */
  readonly command: Verb | 'answer' | 'help'
  /** The codes it names, in the order of writing; never guessed. */
  readonly codes: readonly string[]
  /** The first of them, or what stands in its place, for texts. */
  readonly code: string | null
  /** How it is to be done, where the verb leaves a choice: `stock`, `alert` ... */
  readonly choice: string | null
  /** Everything after the codes; after a verb of `FREE_TEXT` everything, as it was written. */
  readonly text: string | null
}

/** Reads `#C12K text`, `#verify K7F2 M3AB alert`, `#सूची`, in any case; nothing when it is no command at all. */
export function readCommand(text: string): CoordinatorCommand | undefined {
  const [, words] = /^\s*[#＃]\s*(.*)$/su.exec(text) ?? []
  if (words === undefined) return undefined
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(words) ?? []
  const verb = VERBS.get(folded(first))
  if (verb) return commandOf(verb, rest)
  const code = first.toUpperCase()
  if (looksLikeHumanCode(code) && rest.trim() !== '')
    return { command: 'answer', codes: [code], code, choice: null, text: rest.trim() }
  return { command: 'help', codes: [], code: null, choice: null, text: null }
}

function commandOf(verb: Verb, rest: string): CoordinatorCommand {
  const words = rest.split(/[\s,#]+/u).filter((word) => word !== '')
  // A choice may look like a code ("radd"); the first word after the verb is never one.
  const choices = CHOICES[verb]
  const from = words.findIndex((word, at) => !isCode(word) || (at > 0 && choices?.has(folded(word))))
  const codes = words.slice(0, from === -1 ? undefined : from).map((word) => word.toUpperCase())
  const after = from === -1 ? '' : words.slice(from).join(' ')
  const text = FREE_TEXT.has(verb) ? rest.trim() : after
  return {
    command: verb,
    codes,
    code: codes[0] ?? (words[0]?.toUpperCase() || null),
    choice: choices?.get(folded(text)) ?? null,
    text: text === '' ? null : text,
  }
}

function isCode(word: string): boolean {
  return looksLikeHumanCode(word.toUpperCase())
}
