import type { Instant } from '../../base/clock'
import type { InboundLocation, InboundMessage } from '../../messaging/inbound-message'
import type { AskStep, Flow } from '../flow/flow'
import type { Json } from '../turn/conversation'
import type { Bound } from './bind-answer'
import type { Burst } from './burst'
import type { PinPlace } from './pin-place'

/** The question that waits for this message. */
export interface OpenQuestion {
  readonly flow: Flow
  readonly step: AskStep
  readonly askedAt: Instant
}

type Slots = { readonly [slot: string]: Json }

/** What is to be done with a message. */
export type Route =
  | {
      readonly go: 'begin'
      readonly flow: string
      readonly slots?: Slots
      readonly answers?: Slots
      readonly afresh?: true
      /** Nothing was understood. */
      readonly missed?: true
    }
  /** With the text to read instead of the person's own. */
  | { readonly go: 'answer'; readonly text?: string }
  | { readonly go: 'slots'; readonly slots: Slots }
  /** The text corrects an answer that the open confirmation shows. */
  | { readonly go: 'correct' }
  | { readonly go: 'back' | 'repeat' | 'cancel' }
  /** Answered already, with something else that came just before; a flow may begin all the same, and says nothing. */
  | { readonly go: 'hush'; readonly begin?: { readonly flow: string; readonly answers?: Slots } }
  /** A text of namespace `bot`; the open question is asked again. */
  | { readonly go: 'say'; readonly text: string }

/** What the route depends on; everything is asked lazily, since most messages need little of it. */
export interface RouteAsk {
  readonly message: InboundMessage
  readonly text: string
  readonly now: Instant
  readonly open: OpenQuestion | undefined
  readonly isCoordinator: boolean
  /** The alert or pledge that the message answers. */
  readonly bound: Bound | undefined
  /** Photos or voice messages that came just before and were answered. */
  readonly burst: Burst | undefined
  /** Whether the open question takes the text as its answer (never by keeping it as written). */
  answers(): boolean
  /** Whether the text corrects an answer that the open question asks to confirm. */
  corrects(): boolean
  intent(): string | undefined
  slots(): Slots
  /** The same in the middle of a flow, where a few words need not say that they are about blood. */
  stated(text?: string): Slots
  /** Whether what is stated answers questions that are still to come, though not the open one. */
  fills(): boolean
  mentionsBlood(): boolean
  /** Whether others wrote the text, and it is passed on. */
  relayed(): boolean
  /** The place of a location pin. */
  pin(location: InboundLocation): PinPlace
  /** The language that the text names, if any. */
  language(): string | undefined
  flowFor(intent: string): Flow | undefined
}
