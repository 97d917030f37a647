import type { Json } from '../turn/conversation'
import type { AskStep } from './flow'
import type { Choice, WalkContext } from './walk'

/** What a person answered; the value `null` means "there is none". */
export interface ReadAnswer {
  readonly value: Json
}

/** What was typed or tapped, and the choices that were shown. */
export interface Reply {
  readonly text: string
  readonly tap?: string
  readonly choices: readonly Choice[]
}

/** Kinds that accept nearly any word, so that "none" is looked for before them. */
const OPEN_KINDS: readonly string[] = ['initials', 'card', 'name', 'text']
const AS_WRITTEN_MIN = 2
const AS_WRITTEN_MAX = 120

/** The answer to a question, or nothing when it was not understood. */
export function readAnswer(step: AskStep, reply: Reply, context: WalkContext): ReadAnswer | undefined {
  const tapped = reply.choices.find((choice) => choice.id === reply.tap)
  if (tapped) return { value: tapped.id }
  const readers = OPEN_KINDS.includes(step.kind)
    ? [readNone, readKind, readChoice]
    : [readKind, readChoice, readNone]
  for (const read of readers) {
    const answer = read(step, reply, context)
    if (answer) return answer
  }
  return readAsWritten(step, reply)
}

type Reader = (step: AskStep, reply: Reply, context: WalkContext) => ReadAnswer | undefined

const readKind: Reader = (step, { text }, context) => {
  if (step.kind === 'menu') return undefined
  const value = context.recognise(step.kind, text)
  return value === undefined ? undefined : { value }
}

const readChoice: Reader = (_step, { text, choices }, context) => {
  if (choices.length === 0) return undefined
  const titles = choices.map((choice) => context.title(choice))
  const chosen =
    choices[Number(context.recognise('menu', text, titles) ?? 0) - 1] ?? noneOf(choices, text, context)
  return chosen && { value: chosen.id }
}

/** "Nahi" where one of the choices is that none of the others is true. */
function noneOf(
  choices: Reply['choices'],
  text: string,
  context: WalkContext,
): Reply['choices'][number] | undefined {
  const none = choices.find(({ id }) => id === 'none')
  return none && context.recognise('yes_no', text) === 'no' ? none : undefined
}

const readNone: Reader = (step, { text }, context) =>
  step.optional && context.recognise('none', text) !== undefined ? { value: null } : undefined

function readAsWritten(step: AskStep, { text }: Reply): ReadAnswer | undefined {
  const asWritten = text.trim().replace(/\s+/g, ' ')
  const length = Array.from(asWritten).length
  const kept =
    step.keepAsWritten && length >= AS_WRITTEN_MIN && length <= AS_WRITTEN_MAX && /\p{L}/u.test(asWritten)
  return kept ? { value: { asWritten } } : undefined
}
