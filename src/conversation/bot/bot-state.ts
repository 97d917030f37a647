import type { DialogInstance } from 'botbuilder-dialogs'
import type { Instant } from '../../base/clock'
import type { Locale } from '../../base/locale'
import type { FlowState } from '../flow/walk'
import type { Json } from '../turn/conversation'
import type { Burst } from './burst'
import type { Lately } from './lately'

/** What the bot keeps of a conversation, as plain JSON. */
export interface BotState {
  /** Bot Framework's stack: the flow that asks is the last, those it interrupted wait below. */
  dialogStack: DialogInstance[]
  /** The language in use; guessed from the first message until the person chooses one. */
  locale?: Locale
  /** Nothing the person wrote has told a language yet: the next words that do decide. */
  localeByDefault?: true
  /** The notice was shown. */
  welcomed: boolean
  /** Photos or voice messages in a row. */
  burst?: Burst
  /** When a person was last brought in. */
  calledAt?: Instant
  /** An emergency, a report of fraud or a death that was answered: what comes right after is about it. */
  lately?: Lately
  /** What the message brought is being noted; the message itself is not answered yet. */
  keeping?: true
  /** When the person last wrote. */
  lastAt: Instant
}

/** State of one `FlowDialog` on the stack. */
export interface FlowDialogState {
  flow: FlowState
}

/** A copy as deep as it is written into: the stack and its entries. What a flow keeps is only ever replaced. */
export function readBotState(json: Json | undefined, now: Instant): BotState {
  if (json === undefined || json === null) return { dialogStack: [], welcomed: false, lastAt: now }
  const state = json as unknown as BotState
  return { ...state, dialogStack: state.dialogStack.map((instance) => ({ ...instance })) }
}

/** The language in a state, without a copy of all the rest. */
export function localeIn(json: Json | undefined): Locale | undefined {
  return (json as Pick<BotState, 'locale'> | null | undefined)?.locale
}

export function writeBotState(state: BotState): Json {
  return state as unknown as Json
}
