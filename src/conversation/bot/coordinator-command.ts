import { looksLikeHumanCode } from '../../base/ids'
import { CHOICES, folded, FREE_TEXT, verbNamed, type Verb } from './coordinator-words'

/** What a coordinator wrote after `#`, for the flow `coordinator`. */
export interface CoordinatorCommand {
  readonly [answer: string]: string | readonly string[] | null
  /** `bare`: a code and nothing else. `help` for anything that is no command: the commands are shown. */
  readonly command: Verb | 'answer' | 'bare' | 'help'
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
  const [, first = '', rest = ''] = WORD_AND_REST.exec(words) ?? []
  const code = first.toUpperCase()
  // A code is a code, however near to a word it may be.
  if (looksLikeHumanCode(code) && verbNamed(first)?.exactly !== true) {
    const said = rest.trim()
    if (said === '') return { command: 'bare', codes: [code], code, choice: null, text: null }
    return { command: 'answer', codes: [code], code, choice: null, text: said }
  }
  return verbCommand(first, rest) ?? { command: 'help', codes: [], code: null, choice: null, text: null }
}

/** Whether the text is a command that lacks its mark: `verify K7F2 stock`, or `list` and nothing else. */
export function lacksMark(text: string): boolean {
  const [, first = '', rest = ''] = WORD_AND_REST.exec(text.trim()) ?? []
  const verb = verbNamed(first)
  if (verb?.exactly !== true) return false
  const [second = ''] = rest.split(/[\s,]+/u)
  return second === '' ? verb.verb === 'list' : isCode(second)
}

const WORD_AND_REST = /^(\S+)\s*(.*)$/su
const CODE_LENGTH = 4

function verbCommand(first: string, rest: string): CoordinatorCommand | undefined {
  const named = verbNamed(first)
  if (named) return commandOf(named.verb, rest)
  // The blank before the code is easily forgotten: `#verifyK7F2`.
  const [word, code] = [first.slice(0, -CODE_LENGTH), first.slice(-CODE_LENGTH)]
  const joined = isCode(code) ? verbNamed(word) : undefined
  return joined && commandOf(joined.verb, `${code} ${rest}`)
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
    choice: choices?.get(folded(text)) ?? choices?.get(folded(text).replace(SAYS_NOTHING, '')) ?? null,
    text: text === '' ? null : text,
  }
}

/** "stock hai", "mil gaya khoon": at the end of a choice they change nothing. */
const SAYS_NOTHING = /(?: (?:hai|he|h|ji|please|pls|khoon|khun|blood|है|हे|जी|खून|ब्लड))+$/u

function isCode(word: string): boolean {
  return looksLikeHumanCode(word.toUpperCase())
}
