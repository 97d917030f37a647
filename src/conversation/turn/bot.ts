import type { Address, Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { InboundMessage } from '../../messaging/inbound-message'
import type { ActionResult } from '../flow/walk'
import type { Miss } from '../misses/miss'
import type { Json } from './conversation'

/** Whose turn it is and when: the same for every part of the turn, also for one that is finished hours later. */
export interface TurnAbout {
  readonly message: InboundMessage
  readonly now: Instant
  readonly contactId: string
  readonly conversationId: string
  readonly channel: Channel
  readonly sender: Address
  readonly address: Address
}

/** A change that the turn wants: nothing is changed yet. */
export interface WantedEffect {
  readonly action: string
  /** Names the step for the effect's key: `<flow>/<step>`. */
  readonly at: string
  readonly args: { readonly [name: string]: Json }
}

/** The bot up to a question, the end, or a wanted effect. */
export interface BotStep {
  readonly bot: Json
  readonly replies: readonly string[]
  readonly effect?: WantedEffect
  /** The message was not understood. */
  readonly missed?: Miss
}

/** What talks. It changes nothing but its own state; whatever else it wants changed it asks for. */
export interface Bot {
  /** Loads what `turn` needs for this state (flow versions of another time); may read stores. */
  turn(bot: Json | undefined, about: TurnAbout): Promise<BotStep>
  /** Goes on after the effect that the state waits for. */
  resume(bot: Json, about: TurnAbout, result: ActionResult): Promise<BotStep>
  /** Gives up whatever was going on, kindly: the answer to a fault of ours. */
  apologise(bot: Json | undefined, about: TurnAbout): BotStep
  /** One line for somebody who writes faster than anybody can read. */
  slowDown(bot: Json | undefined, about: TurnAbout): readonly string[]
}

/** Applies effects; the same key twice is one effect. Rejects when the storage is away. */
export type PerformEffect = (
  effect: { readonly key: string; readonly action: string; readonly args: { readonly [name: string]: Json } },
  about: TurnAbout & { readonly bot: Json },
) => Promise<ActionResult>
