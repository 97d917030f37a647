import type { Locale } from '../../base/locale'
import type { Json } from '../turn/conversation'
import type { Flow, QuestionKind } from './flow'

/** Where a conversation stands in a flow. Plain JSON; stored with the conversation. */
export interface FlowState {
  readonly flow: string
  readonly version: string
  readonly step: string
  readonly answers: { readonly [name: string]: Json }
  /** Slots of the first message that no question has taken yet. */
  readonly slots: { readonly [slot: string]: Json }
  /** Misunderstandings in a row at this question. */
  readonly misses: number
  /**
   * Questions answered, oldest first: the way back. It begins anew with every action that changed something, which is
   * then its first entry: nobody goes back behind what is done.
   */
  readonly trail: readonly string[]
  /** It began with another version: questions which this one has at an earlier place are caught up with. */
  readonly moved?: true
}

export type WalkInput =
  /** `slots` wait for the questions that they fill; `answers` are known from the beginning. */
  | {
      readonly type: 'start'
      readonly slots: { readonly [slot: string]: Json }
      readonly answers?: { readonly [name: string]: Json }
    }
  | { readonly type: 'answer'; readonly text: string; readonly tap?: string }
  /** Slots stated while a question was open (a repeated "2 unit GSVM kal"). */
  | { readonly type: 'slots'; readonly slots: { readonly [slot: string]: Json } }
  /** The text corrects an answer, as `readCorrection` says. */
  | { readonly type: 'correct'; readonly text: string }
  /** `effect`: the action changed something. */
  | { readonly type: 'result'; readonly result: ActionResult; readonly effect: boolean }
  /**
   * Asks the question before again. Its answer stays until another is given, and so do those after it: whoever goes
   * back twice and corrects one answer is not asked for the others again.
   */
  | { readonly type: 'back' }
  /** Asks the open question again, without counting a miss. */
  | { readonly type: 'repeat' }
  /** Goes on where `resumeStep` put the state: what is known there is passed over. */
  | { readonly type: 'resume' }

/** What an action answers; flows branch on `ok` or the reason, texts show the values. */
export type ActionResult =
  | {
      readonly ok: true
      readonly values?: { readonly [name: string]: Json }
      /** The conversation goes on in this language. */
      readonly locale?: Locale
    }
  | { readonly ok: false; readonly reason: string; readonly values?: { readonly [name: string]: Json } }

/** A numbered choice: `title` is literal, `titleKey` a text key (of the flow's namespace, or `common:<key>`). */
export interface Choice {
  readonly id: string
  readonly title?: string
  readonly titleKey?: string
}

/** Something to say: a text key of the flow's namespace, with the answers it may show and the choices it offers. */
export interface Say {
  readonly text: string
  readonly values: { readonly [name: string]: Json }
  readonly choices?: readonly Choice[]
  /**
   * What a message stated without being asked: shown value by value, each in the words of its kind. Such a `Say` comes
   * first, and lists also what later questions will take, in the order of the steps.
   */
  readonly understood?: readonly { readonly kind: QuestionKind; readonly value: Json }[]
}

/** Why the walk stopped. */
export type Stop =
  | { readonly at: 'question'; readonly step: string; readonly missed: boolean }
  /** The third miss in a row: a person takes over; the question stays open. */
  | { readonly at: 'lost'; readonly step: string }
  | {
      readonly at: 'action'
      readonly step: string
      readonly action: string
      readonly args: { readonly [name: string]: Json }
    }
  | { readonly at: 'end'; readonly target: string }

export interface Walked {
  readonly state: FlowState
  readonly says: readonly Say[]
  readonly stop: Stop
}

/** What the walker needs of the world: nothing but reading what a person typed. */
export interface WalkContext {
  /**
   * The value of `kind` in the text, or nothing. `options` are titles as shown. `none` is any value when the text says
   * that there is none ("skip", "nahi pata").
   */
  recognise(kind: QuestionKind | 'none', text: string, options?: readonly string[]): Json | undefined
  /** What a text states for questions of a flow, slot by slot, whichever of them is open. */
  stated(text: string): { readonly [slot: string]: Json }
  /** The title of a choice as it is shown. */
  title(choice: Choice): string
}

/**
 * Goes on from `state` (nothing: from the first step, with input `start`) until a question, an action, or the end.
 * Pure: the same arguments give the same walk. Throws `WalkError` on what only a broken flow can cause.
 */
export type Walk = (
  flow: Flow,
  state: FlowState | undefined,
  turn: { input: WalkInput; context: WalkContext },
) => Walked

/** A walk that cannot go on; the message names the flow and the step. `flows:check` finds such flows beforehand. */
export class WalkError extends Error {
  override readonly name = 'WalkError'
}
