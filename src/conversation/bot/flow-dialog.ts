import { ActivityTypes, type Activity } from 'botbuilder'
import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import type { Action } from '../action/action'
import { END, FLOW_PREFIX, LEAVE, type Flow } from '../flow/flow'
import type { ActionResult, FlowState, Say, Stop, Walked, WalkInput } from '../flow/walk'
import { LOST_AT, walkFlow } from '../flow/walk-flow'
import type { Json } from '../turn/conversation'
import { actionContext, actionNamed } from './action-context'
import type { FlowDialogState } from './bot-state'
import type { FlowSource } from './flow-source'
import { scratchOf, type TurnScratch } from './turn-scratch'
import type { Understanding } from './understanding'

/** The one dialog of the set; which flow it walks is in its state, so that a flow's end never strands a stack. */
export const FLOW_DIALOG = 'flow'
/** The flow that brings a person in after three misunderstandings. */
const LOST_FLOW = 'lost'
/** The flow that asks whether to go on; what was stated meanwhile is for the one that goes on. */
const RESUME_FLOW = 'resume'
/** After it nothing is asked; the question that waits is repeated when the person writes something else. */
const ASKS_NO_MORE = 'emergency'

/** Their own words say that the question before goes on. */
const SAYS_WHERE: ReadonlySet<string> = new Set([RESUME_FLOW, 'language'])

const RESUMED: Say = { text: 'bot:resumed', values: {} }
const FIRST_QUESTION: Say = { text: 'bot:going_back_first', values: {} }

export interface FlowDialogOptions {
  readonly flow: string
  readonly slots?: { readonly [slot: string]: Json }
  readonly answers?: { readonly [name: string]: Json }
}

/** How a flow told the one below it that it is over; nothing when the person cancelled it. */
interface EndedFlow {
  readonly flow: string
  readonly side: boolean
  readonly target: string
  /** What was stated meanwhile for the one below. */
  readonly slots?: { readonly [slot: string]: Json }
}

export interface FlowDialogDeps {
  readonly flows: FlowSource
  readonly actions: ReadonlyMap<string, Action>
  readonly understanding: Understanding
}

/** Bot Framework's dialog around the pure walker. */
export class FlowDialog extends Dialog<FlowDialogOptions> {
  constructor(private readonly deps: FlowDialogDeps) {
    super(FLOW_DIALOG)
  }

  override async beginDialog(dc: DialogContext, options?: FlowDialogOptions): Promise<DialogTurnResult> {
    if (!options) throw new Error('a flow dialog begins with the id of its flow')
    const flow = this.deps.flows.current(options.flow)
    const { slots = {}, answers } = options
    const start: WalkInput = { type: 'start', slots, ...(answers && { answers }) }
    return this.walk(dc, { flow, state: undefined }, start)
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { input } = scratchOf(dc.context)
    return input ? this.goOn(dc, input) : Dialog.EndOfTurn
  }

  /** No flow takes part in the SDK's events; passing each of them on would make four more promises in every turn. */
  override async onDialogEvent(): Promise<boolean> {
    return false
  }

  /** The flow above is over: ask again, unless it took this one with it. */
  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result?: EndedFlow,
  ): Promise<DialogTurnResult> {
    if (result?.target === LEAVE) return dc.endDialog()
    if (result?.flow === ASKS_NO_MORE) return Dialog.EndOfTurn
    const wasAnother = result !== undefined && !result.side && !SAYS_WHERE.has(result.flow)
    if (wasAnother || !result) await dc.context.sendActivities([message('bot', RESUMED)])
    const { slots = {} } = result ?? {}
    return this.goOn(dc, Object.keys(slots).length > 0 ? { type: 'slots', slots } : { type: 'repeat' })
  }

  private async goOn(dc: DialogContext, input: WalkInput): Promise<DialogTurnResult> {
    const { flow: state } = stateOf(dc)
    const there = await this.deps.flows.continuing(state)
    if (!there) return dc.endDialog()
    // The question the person answered is not this one any more: ask, rather than take it for another's answer.
    return this.walk(dc, there, there.moved ? { type: 'resume' } : input)
  }

  private async walk(
    dc: DialogContext,
    { flow, state }: { readonly flow: Flow; readonly state: FlowState | undefined },
    input: WalkInput,
  ): Promise<DialogTurnResult> {
    const scratch = scratchOf(dc.context)
    const context = this.deps.understanding.context(flow.id, scratch)
    let walked = walkFlow(flow, state, { input, context })
    const says = input.type === 'back' && walked.state.step === state?.step ? [FIRST_QUESTION] : []
    says.push(...walked.says)
    for (
      let look = await this.lookUp(walked.stop, scratch);
      look;
      look = await this.lookUp(walked.stop, scratch)
    ) {
      walked = walkFlow(flow, walked.state, {
        input: { type: 'result', result: look, effect: false },
        context,
      })
      says.push(...walked.says)
    }
    if (says.length > 0) await dc.context.sendActivities(says.map((say) => message(flow.id, say)))
    return this.stop(dc, flow, walked)
  }

  /** The result of the action that the walk stopped for, when it only looks. */
  private async lookUp(stop: Stop, scratch: TurnScratch): Promise<ActionResult | undefined> {
    if (stop.at !== 'action') return undefined
    const action = actionNamed(this.deps.actions, stop.action)
    if (action.type !== 'look') return undefined
    const { about, locale } = scratch
    return action.perform(action.args.parse(stop.args), actionContext(about, { key: '', locale }))
  }

  private async stop(dc: DialogContext, flow: Flow, { state, stop }: Walked): Promise<DialogTurnResult> {
    const here: FlowDialogState = { flow: state }
    const nth = missesAt(state, stop)
    if (nth > 0) scratchOf(dc.context).missed = { flow: flow.id, step: state.step, nth }
    if (dc.activeDialog) dc.activeDialog.state = here
    switch (stop.at) {
      case 'question':
        return Dialog.EndOfTurn
      case 'lost':
        return dc.beginDialog(FLOW_DIALOG, { flow: LOST_FLOW, answers: calledLately(dc) })
      case 'action':
        scratchOf(dc.context).effect = {
          action: stop.action,
          at: `${state.flow}/${stop.step}`,
          args: stop.args,
        }
        return Dialog.EndOfTurn
      case 'end':
        return leadOn(dc, stop.target, { flow, state })
    }
  }
}

/** How the question whether to go on ends when the answer to the waiting question came instead of a yes. */
export function endedByAnswer(dc: DialogContext, slots: { readonly [slot: string]: Json }): object {
  const all = { ...stateOf(dc).flow.slots, ...slots }
  return { flow: RESUME_FLOW, side: false, target: END, slots: all } satisfies EndedFlow
}

function calledLately(dc: DialogContext): NonNullable<FlowDialogOptions['answers']> {
  return scratchOf(dc.context).called ? { called: true } : {}
}

/** How many misses in a row there are now, when this turn was one. */
function missesAt({ misses }: FlowState, stop: Stop): number {
  if (stop.at === 'lost') return LOST_AT
  return stop.at === 'question' && stop.missed ? misses : 0
}

function leadOn(
  dc: DialogContext,
  target: string,
  { flow, state }: { readonly flow: Flow; readonly state: FlowState },
): Promise<DialogTurnResult> {
  const { slots } = state
  if (target === END || target === LEAVE) {
    const ended: EndedFlow = { flow: flow.id, side: flow.side, target }
    return dc.endDialog(flow.id === RESUME_FLOW ? { ...ended, slots } : ended)
  }
  const next = target.slice(FLOW_PREFIX.length)
  // It waits below already: nobody is asked the same things twice.
  if (flowBelow(dc) === next) {
    return dc.endDialog({ flow: flow.id, side: false, target: END, slots } satisfies EndedFlow)
  }
  return dc.replaceDialog(FLOW_DIALOG, { flow: next, slots })
}

function flowBelow(dc: DialogContext): string | undefined {
  const below = dc.stack.at(-2)?.state as FlowDialogState | undefined
  return below?.flow.flow
}

function stateOf(dc: DialogContext): FlowDialogState {
  return dc.activeDialog?.state as FlowDialogState
}

function message(flowId: string, say: Say): Partial<Activity> {
  return { type: ActivityTypes.Message, channelData: { flowId, say } }
}
