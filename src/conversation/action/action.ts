import type { Locale } from '../../base/locale'
import type { Address, Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { z } from 'zod'
import type { ActionResult } from '../flow/walk'

/** Everything an action may know about the turn that calls it. */
export interface ActionContext {
  /** The effect's key; an action that changes something hands it to the store it changes. */
  readonly key: string
  readonly sid: string
  readonly now: Instant
  readonly contactId: string
  readonly conversationId: string
  readonly channel: Channel
  /** Our sender, and where the person is reached. */
  readonly sender: Address
  readonly address: Address
  readonly phone?: Address
  readonly locale: Locale
  /** What the person wrote in this turn. */
  readonly text: string
}

/**
 * A verb that flows may call. `look` only reads and may be performed again at will; `effect` is one atomic write under
 * the key of its context, and is applied only after the turn's intention was committed.
 */
export interface Action<Args = unknown> {
  readonly name: string
  readonly type: 'look' | 'effect'
  readonly args: z.ZodType<Args>
  /** Every reason it may give besides `ok`: a flow must have a way on for each. */
  readonly reasons: readonly string[]
  perform(args: Args, context: ActionContext): Promise<ActionResult>
}
