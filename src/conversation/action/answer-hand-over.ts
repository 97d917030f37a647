import { z } from 'zod'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { draftsToPerson } from './drafts-to-person'
import { isCoordinator } from './is-coordinator'
import { todosOf } from './todos'

const args = z.object({ code: z.string().nullish(), text: z.string().nullish() })

/** A coordinator's answer to somebody who was handed over, carried into that person's own conversation. */
export function answerHandOver(deps: ActionDeps): Action<z.infer<typeof args>> {
  const { stores } = deps
  return {
    name: 'answer_hand_over',
    type: 'effect',
    args,
    reasons: ['unknown_code', 'not_coordinator'],
    perform: async ({ code, text }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const handOver = code && text ? await stores.handOvers.byCode(code) : undefined
      if (!handOver || !text) return { ok: false, reason: 'unknown_code' }
      const message = { text: 'hand_over_answer', values: { answer: text } }
      const said = { as: 'answer', message } as const
      const send = { kind: 'send', drafts: draftsToPerson(handOver, said, { context, deps }) } as const
      await stores.handOvers.answer(context.key, handOver.id, todosOf(context.key, [send]))
      return { ok: true, values: { code: handOver.code } }
    },
  }
}
