import { DAY, type Instant } from '../base/clock'
import { readBotState, type FlowDialogState } from '../conversation/bot/bot-state'
import type { LivePosition } from '../conversation/flow/check/finding'
import type { ConversationStore } from '../conversation/turn/conversation-store'

/** Whoever was silent for longer is asked anew in any case. */
const LIVE_FOR = 30 * DAY

/** Every step that a conversation of the last 30 days stands on, or waits at below another flow. */
export async function livePositions(
  conversations: Pick<ConversationStore, 'activeSince'>,
  now: Instant,
): Promise<readonly LivePosition[]> {
  const live = await conversations.activeSince(now - LIVE_FOR)
  return live.flatMap(({ bot }) =>
    readBotState(bot, now).dialogStack.map((dialog) => {
      const { flow, version, step } = (dialog.state as FlowDialogState).flow
      return { flow, version, step }
    }),
  )
}
