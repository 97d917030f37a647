import type { DialogContext } from 'botbuilder-dialogs'
import { choicesOf } from '../flow/choices'
import { readCorrection } from '../flow/corrections'
import { readAnswer } from '../flow/read-answer'
import { fillable } from '../flow/stated'
import type { FlowDialogState } from './bot-state'
import type { FlowDialogDeps } from './flow-dialog'
import { route } from './route'
import type { OpenQuestion, Route, RouteAsk } from './routing'
import { textOf } from './text-of'
import { scratchOf } from './turn-scratch'

interface DecideDeps extends Pick<FlowDialogDeps, 'flows' | 'understanding'> {
  readonly coordinators: readonly string[]
}

/** What the turn's message is for, with everything that this depends on read when it is asked for. */
export function decide(
  dc: DialogContext,
  { open, burst, bound }: Pick<RouteAsk, 'open' | 'burst' | 'bound'>,
  { flows, understanding, coordinators }: DecideDeps,
): Route {
  const scratch = scratchOf(dc.context)
  const { message, now } = scratch.about
  const text = textOf(scratch.about)
  const { phone } = message.from
  let known: boolean | undefined
  return route({
    open,
    burst,
    bound,
    message,
    text,
    now,
    isCoordinator: phone !== undefined && coordinators.includes(phone),
    answers: () => (known ??= open !== undefined && isAnswer(dc, open, understanding)),
    corrects: () => open !== undefined && corrects(dc, open, understanding),
    intent: () => understanding.intent(text, scratch),
    slots: () => understanding.slots(text, scratch),
    fills: () => open !== undefined && fills(dc, open, understanding),
    stated: (words = text) => understanding.stated(words, scratch),
    mentionsBlood: () => understanding.mentionsBlood(text, scratch),
    relayed: () => understanding.relayed(text, scratch),
    pin: (location) => understanding.pin(location, scratch),
    language: () => understanding.language(text, scratch),
    flowFor: (intent) => flows.forIntent(intent),
  })
}

function isAnswer(
  dc: DialogContext,
  { flow, step }: OpenQuestion,
  understanding: DecideUnderstanding,
): boolean {
  const scratch = scratchOf(dc.context)
  const { answers } = (dc.activeDialog?.state as FlowDialogState).flow
  const { tap } = scratch.about.message
  const said = {
    text: textOf(scratch.about),
    choices: choicesOf(flow, step, answers),
    ...(tap && { tap: tap.id }),
  }
  const context = understanding.context(flow.id, scratch)
  return readAnswer({ ...step, keepAsWritten: false }, said, context) !== undefined
}

function corrects(dc: DialogContext, { flow }: OpenQuestion, understanding: DecideUnderstanding): boolean {
  const scratch = scratchOf(dc.context)
  if (scratch.about.message.tap) return false
  const state = (dc.activeDialog?.state as FlowDialogState).flow
  const context = understanding.context(flow.id, scratch)
  return readCorrection(flow, state, { text: textOf(scratch.about), context }) !== undefined
}

function fills(dc: DialogContext, { flow, step }: OpenQuestion, understanding: DecideUnderstanding): boolean {
  const scratch = scratchOf(dc.context)
  const state = (dc.activeDialog?.state as FlowDialogState).flow
  const stated = understanding.stated(textOf(scratch.about), scratch)
  return fillable(flow, state).some(({ id, fill = '' }) => id !== step.id && fill in stated)
}

type DecideUnderstanding = DecideDeps['understanding']
