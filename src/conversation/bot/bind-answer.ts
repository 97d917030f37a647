import { looksLikeHumanCode } from '../../base/ids'
import type { Instant } from '../../base/clock'
import { ALERT_WORDS, type AlertAnswerRead, type AlertWord } from '../input/alert-answer'
import type { AskedOf } from '../pledge/asked-of'

/** What a message may be bound by. */
export interface SaidByDonor {
  /** The id of a tapped button: `yes:K7F3`. */
  readonly tap?: string
  /** The code of the request that the quoted message is about. */
  readonly quoted?: string
  /** The code of a request that the text names. */
  readonly code?: string
  /** What the words say. */
  readonly words?: AlertAnswerRead
  /** The question of a flow that is open. */
  readonly question?: { readonly askedAt: Instant }
}

/** The answer to an alert or about a pledge. */
export interface Bound {
  readonly said: AlertWord
  /** The request's; nothing: it has to be asked which of `choices` is meant. */
  readonly code: string | null
  readonly choices?: readonly { readonly id: string; readonly title: string }[]
  readonly day?: string
  readonly time?: string
  readonly gaveOn?: string
  /** Tapped, quoted or named: always this, whatever else is asked. */
  readonly sure: boolean
}

/** What is about somebody who said yes already. */
const ABOUT_PLEDGE: ReadonlySet<AlertWord> = new Set(['coming', 'cannot', 'could_not', 'gave'])

/** The alert or pledge that a message answers, in the order of the rules; nothing when it is about something else. */
export function bindAnswer(said: SaidByDonor, asked: readonly AskedOf[]): Bound | undefined {
  const tapped = said.tap === undefined ? undefined : readTap(said.tap)
  if (tapped) return { ...tapped, sure: true }
  const { words, question } = said
  if (!words) return undefined
  const code = said.quoted ?? said.code
  if (code !== undefined) return { ...valuesOf(words), ...about(words, code, asked), sure: true }
  if (question && words.bare) return besideQuestion(words, asked, question)
  return among(words, asked, question !== undefined)
}

/** `yes:K7F3`; nothing when it is the id of another kind of button. */
export function readTap(id: string): Pick<Bound, 'said' | 'code'> | undefined {
  const [, word, code] = /^([a-z_]+):([A-Z0-9]+)$/.exec(id) ?? []
  const said = ALERT_WORDS.find((one) => one === word)
  return said && code !== undefined && looksLikeHumanCode(code) ? { said, code } : undefined
}

/** A bare yes while a question is open too: the later of the two was meant, unless the alert came later. */
function besideQuestion(
  words: AlertAnswerRead,
  asked: readonly AskedOf[],
  { askedAt }: { readonly askedAt: Instant },
): Bound | undefined {
  const since = asked.filter(({ waits, at }) => waits && at > askedAt)
  return since.length === 0 ? undefined : { said: words.said, ...choiceOf(since), sure: false }
}

function among(
  words: AlertAnswerRead,
  asked: readonly AskedOf[],
  isQuestionOpen: boolean,
): Bound | undefined {
  const waiting = asked.filter(({ waits }) => waits)
  const coming = asked.filter((one) => one.coming)
  const [first, then] = ABOUT_PLEDGE.has(words.said) ? [coming, waiting] : [waiting, coming]
  const mayBePledge = !words.bare || !isQuestionOpen
  const found = first.length > 0 || !mayBePledge ? first : then
  const [only] = found
  if (!only) return undefined
  if (found.length > 1) return { ...valuesOf(words), ...choiceOf(found), sure: false }
  return { ...valuesOf(words), ...about(words, only.code, asked), sure: false }
}

/** "Yes" from somebody whose place is sure says that they come; "no" that they do not. */
function about(
  { said, day }: AlertAnswerRead,
  code: string,
  asked: readonly AskedOf[],
): Pick<Bound, 'said' | 'code'> {
  const pledged = asked.some((one) => one.code === code && one.pledged)
  if (!pledged || day !== undefined) return { said, code }
  if (said === 'yes') return { said: 'coming', code }
  return { said: said === 'no' || said === 'later' ? 'cannot' : said, code }
}

function choiceOf(found: readonly AskedOf[]): Pick<Bound, 'code' | 'choices'> {
  return { code: null, choices: found.map(({ code, title }) => ({ id: code, title })) }
}

function valuesOf({ said, day, time, gaveOn }: AlertAnswerRead): Omit<Bound, 'code' | 'sure'> {
  return {
    said,
    ...(day !== undefined && { day }),
    ...(time !== undefined && { time }),
    ...(gaveOn !== undefined && { gaveOn }),
  }
}
