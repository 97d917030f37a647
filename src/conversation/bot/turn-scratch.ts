import type { TurnContext } from 'botbuilder'
import type { Locale } from '../../base/locale'
import type { Say, WalkInput } from '../flow/walk'
import type { Miss } from '../misses/miss'
import type { TurnAbout, WantedEffect } from '../turn/bot'

/** A text of one flow, to be rendered when the turn is over, in the language it ends in. */
export interface FlowSay {
  readonly flowId: string
  readonly say: Say
}

/** What one turn passes between the bot, its adapter and the flow dialog. */
export interface TurnScratch {
  readonly about: TurnAbout
  locale: Locale
  /** A person was brought in a short while ago: they need not be told again that the bot is lost. */
  readonly called: boolean
  /** What the open question, or the step that waits, is told. */
  input?: WalkInput
  readonly says: FlowSay[]
  effect?: WantedEffect
  /** Where the message was not understood. */
  missed?: Omit<Miss, 'locale'>
}

const SCRATCH = Symbol('turn scratch')

export function putScratch(context: TurnContext, scratch: TurnScratch): void {
  context.turnState.set(SCRATCH, scratch)
}

export function scratchOf(context: TurnContext): TurnScratch {
  const scratch = context.turnState.get<TurnScratch | undefined>(SCRATCH)
  if (!scratch) throw new Error('the turn was not begun by the bot')
  return scratch
}
