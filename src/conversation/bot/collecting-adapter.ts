import { ActivityTypes, BotAdapter, TurnContext } from 'botbuilder'
import type { Activity, ConversationReference, ResourceResponse } from 'botbuilder'
import { putScratch, scratchOf, type FlowSay, type TurnScratch } from './turn-scratch'

/** Where the SDK keeps the configuration of its memory, which it would otherwise build anew in every turn. */
const MEMORY_CONFIGURATION = 'DialogStateManagerConfiguration'

/**
 * Bot Framework's edge: collects what is said in a turn and sends nothing. Only messages that carry a flow's text count;
 * traces and typing are dropped, since they may hold all answers of a person.
 */
export class CollectingAdapter extends BotAdapter {
  private memoryConfiguration: unknown

  /** Runs one activity; what was said is in the scratch. Rejects when the logic does. */
  async run(
    activity: Partial<Activity>,
    scratch: TurnScratch,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const context = new TurnContext(this, activity)
    putScratch(context, scratch)
    if (this.memoryConfiguration) context.turnState.set(MEMORY_CONFIGURATION, this.memoryConfiguration)
    await this.runMiddleware(context, logic)
    this.memoryConfiguration ??= context.turnState.get(MEMORY_CONFIGURATION)
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const { says } = scratchOf(context)
    for (const activity of activities) {
      if (activity.type === ActivityTypes.Message) says.push(activity.channelData as FlowSay)
    }
    return activities.map((_, i) => ({ id: String(says.length + i) }))
  }

  override async updateActivity(): Promise<void> {
    throw new Error('Twilio cannot change a message that was sent')
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('Twilio cannot take back a message that was sent')
  }

  override async continueConversation(
    _reference: Partial<ConversationReference>,
    _logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    throw new Error('messages that nobody asked for go through the outbox')
  }
}
