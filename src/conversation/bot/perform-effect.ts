import type { Locale } from '../../base/locale'
import type { Action } from '../action/action'
import type { PerformEffect } from '../turn/bot'
import { actionContext, actionNamed } from './action-context'
import { localeIn } from './bot-state'

/** Applies a turn's effect through the registered action. `onDone` is told, so that follow-ups begin at once. */
export function performEffects(deps: {
  readonly actions: ReadonlyMap<string, Action>
  readonly defaultLocale: Locale
  readonly onDone: () => void
}): PerformEffect {
  return async ({ key, action: name, args }, about) => {
    const action = actionNamed(deps.actions, name)
    const locale = localeIn(about.bot) ?? deps.defaultLocale
    const result = await action.perform(action.args.parse(args), actionContext(about, { key, locale }))
    deps.onDone()
    return result
  }
}
