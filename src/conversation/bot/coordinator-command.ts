import { looksLikeHumanCode } from '../../base/ids'

/** What a coordinator wrote after `#`, for the flow `coordinator`. */
export interface CoordinatorCommand {
  readonly [answer: string]: string | null
  /** `answer`, `link`, `refuse`, or anything else: the list of commands is shown. */
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

/** Reads `#C12K text`, `#link C12K` and `#refuse C12K`, in any case; nothing when it is no command at all. */
export function readCommand(text: string): CoordinatorCommand | undefined {
  const [, words] = /^\s*#\s*(.*)$/su.exec(text) ?? []
  if (words === undefined) return undefined
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(words) ?? []
  const decision = DECISIONS[first.toLowerCase().normalize('NFC')]
  if (decision) return { command: decision, code: rest.trim().toUpperCase() || null, text: null }
  const code = first.toUpperCase()
  if (looksLikeHumanCode(code) && rest.trim() !== '') return { command: 'answer', code, text: rest.trim() }
  return { command: 'list', code: null, text: null }
}
