import type { Locale } from '../../base/locale'
import type { Action } from '../action/action'
import type { PerformEffect } from '../turn/bot'
import { readBotState } from './bot-state'

/** Applies a turn's effect through the registered action. `onDone` is told, so that follow-ups begin at once. */
export function performEffects(deps: {
  readonly actions: ReadonlyMap<string, Action>
  readonly defaultLocale: Locale
  readonly onDone: () => void
}): PerformEffect {
  return async ({ key, action: name, args }, about) => {
    const action = deps.actions.get(name)
    if (!action) throw new Error(`no action ${name} is registered`)
    const { message } = about
    const { phone } = message.from
    const result = await action.perform(action.args.parse(args), {
      key,
      sid: message.sid,
      now: about.now,
      contactId: about.contactId,
      conversationId: about.conversationId,
      channel: about.channel,
      sender: about.sender,
      address: about.address,
      locale: readBotState(about.bot, about.now).locale ?? deps.defaultLocale,
      text: message.text,
      ...(phone !== undefined && { phone }),
    })
    deps.onDone()
    return result
  }
}
