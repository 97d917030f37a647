import { looksLikeHumanCode } from '../../base/ids'

/** What a coordinator wrote after `#`, for the flow `coordinator`. */
export interface CoordinatorCommand {
  readonly [answer: string]: string | null
  /** `answer`, `new`, `link`, `refuse`, or anything else: the list of commands is shown. */
  readonly command: string
  readonly code: string | null
  readonly text: string | null
}

/** The decisions on a second phone for a patient, in the words coordinators write. */
const DECISIONS: { readonly [word: string]: 'link' | 'refuse' } = {
  link: 'link',
  jodo: 'link',
  जोड़ें: 'link',
  जोड़ो: 'link',
  refuse: 'refuse',
  mana: 'refuse',
  मना: 'refuse',
}

/** Writes a request for somebody who was handed over, in the words coordinators write. */
const NEW: readonly string[] = ['new', 'naya', 'nayi', 'नया', 'नई']

/** Reads `#C12K text`, `#new C12K text`, `#link C12K` and `#refuse C12K`, in any case; nothing when it is no command at all. */
export function readCommand(text: string): CoordinatorCommand | undefined {
  const [, words] = /^\s*#\s*(.*)$/su.exec(text) ?? []
  if (words === undefined) return undefined
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(words) ?? []
  const decision = DECISIONS[first.toLowerCase().normalize('NFC')]
  if (decision) return { command: decision, code: rest.trim().toUpperCase() || null, text: null }
  if (NEW.includes(first.toLowerCase().normalize('NFC'))) return readNew(rest) ?? LIST
  const code = first.toUpperCase()
  if (looksLikeHumanCode(code) && rest.trim() !== '') return { command: 'answer', code, text: rest.trim() }
  return LIST
}

const LIST: CoordinatorCommand = { command: 'list', code: null, text: null }

function readNew(words: string): CoordinatorCommand | undefined {
  const [, first = '', rest = ''] = /^#?(\S+)\s*(.*)$/su.exec(words.trim()) ?? []
  const code = first.toUpperCase()
  return looksLikeHumanCode(code) ? { command: 'new', code, text: rest.trim() || null } : undefined
}
