import type { Locale } from '../../base/locale'
import type { Action, ActionContext } from '../action/action'
import type { TurnAbout } from '../turn/bot'

/** What an action may know of the turn that calls it. A look changes nothing and has no key. */
export function actionContext(
  { message, now, contactId, conversationId, channel, sender, address }: TurnAbout,
  { key, locale }: { readonly key: string; readonly locale: Locale },
): ActionContext {
  const { sid, text, from } = message
  return {
    key,
    locale,
    sid,
    text,
    now,
    contactId,
    conversationId,
    channel,
    sender,
    address,
    ...(from.phone !== undefined && { phone: from.phone }),
  }
}

/** The registered action. Throws when there is none of this name: `flows:check` finds such flows beforehand. */
export function actionNamed(actions: ReadonlyMap<string, Action>, name: string): Action {
  const action = actions.get(name)
  if (!action) throw new Error(`no action ${name} is registered`)
  return action
}
