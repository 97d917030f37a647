import { z } from 'zod'
import { DAY } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { HandOver } from '../handover/hand-over'
import type { OutboxDraft } from '../../messaging/outbox-store'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
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
      const send = { kind: 'send', draft: draftOf(handOver, { text, context, deps }) } as const
      await stores.handOvers.answer(context.key, handOver.id, todosOf(context.key, [send]))
      return { ok: true, values: { code: handOver.code } }
    },
  }
}

function draftOf(
  { contactId, channel, sender, address, conversationId, locale }: HandOver,
  answer: { readonly text: string; readonly context: ActionContext; readonly deps: ActionDeps },
): OutboxDraft {
  const { text, context, deps } = answer
  return {
    id: keyedId(`${context.key}#answer`),
    purpose: 'reply',
    contactId,
    channel,
    from: sender,
    to: address,
    body: deps.texts.text('messages:hand_over_answer', { locale, channel, values: { answer: text } }),
    lane: `${conversationId}:person`,
    seq: context.now,
    notBefore: context.now,
    notAfter: context.now + DAY,
  }
}
