import { SECOND, type Clock } from '../../base/clock'
import type { ConversationStore } from './conversation-store'
import type { TurnPipeline } from './pipeline'

/** Younger unfinished work is left to the process that is at it. */
const LEFT_ALONE_FOR = 10 * SECOND
const AT_ONCE = 100

/**
 * Finishes what crashes and slow moments left: spooled messages first, then unfinished conversations, oldest first. One
 * that cannot be finished is told, and does not keep the others waiting.
 */
export async function sweep(deps: {
  readonly pipeline: TurnPipeline
  readonly conversations: ConversationStore
  readonly clock: Clock
  readonly onFault: (fault: { readonly where: string; readonly error: unknown }) => void
}): Promise<void> {
  await deps.pipeline.drainSpool()
  const ids = await deps.conversations.unfinished(deps.clock.now() - LEFT_ALONE_FOR, AT_ONCE)
  for (const id of ids) {
    await deps.pipeline.finish(id).catch((error: unknown) => deps.onFault({ where: 'sweep', error }))
  }
}
