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
  /** Questions answered, oldest first: the way back. */
  readonly trail: readonly string[]
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
  | { readonly type: 'result'; readonly result: ActionResult }
  | { readonly type: 'back' }
  /** Asks the open question again, without counting a miss. */
  | { readonly type: 'repeat' }

/** What an action answers; flows branch on `ok` or the reason, texts show the values. */
export type ActionResult =
  | {
      readonly ok: true
      readonly values?: { readonly [name: string]: Json }
      /** The conversation goes on in this language. */
      readonly locale?: Locale
    }
  | { readonly ok: false; readonly reason: string; readonly values?: { readonly [name: string]: Json } }

/** A numbered choice: `title` is literal, `titleKey` a text key. */
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
  /** What was understood from the first message: shown value by value, each in the words of its kind. */
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
  /** The value of `kind` in the text, or nothing. `options` are titles as shown. */
  recognise(kind: QuestionKind, text: string, options?: readonly string[]): Json | undefined
  /** The title of a choice as it is shown. */
  title(choice: Choice): string
}

export type Walk = (
  flow: Flow,
  state: FlowState | undefined,
  turn: { input: WalkInput; context: WalkContext },
) => Walked
