import { z } from 'zod'
import { DAY } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { splitText } from '../../messaging/split-text'
import type { OutboxDraft } from '../../messaging/outbox-store'
import type { HandOver } from '../handover/hand-over'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'
import { bodyOf } from './messages'
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
      const send = { kind: 'send', drafts: draftsOf(handOver, text, { context, deps }) } as const
      await stores.handOvers.answer(context.key, handOver.id, todosOf(context.key, [send]))
      return { ok: true, values: { code: handOver.code } }
    },
  }
}

/** The answer as the person reads it; one that is too long for a message goes in several, in order. */
function draftsOf(
  { contactId, channel, sender, address, conversationId, locale }: HandOver,
  answer: string,
  { context, deps }: { readonly context: ActionContext; readonly deps: ActionDeps },
): readonly OutboxDraft[] {
  const message = { text: 'hand_over_answer', values: { answer } }
  return splitText(bodyOf(message, { locale, channel }, deps)).map((body, nth) => ({
    id: keyedId(`${context.key}#answer${nth}`),
    purpose: 'reply',
    contactId,
    channel,
    from: sender,
    to: address,
    body,
    lane: `${conversationId}:person:${context.key}`,
    seq: nth,
    notBefore: context.now,
    notAfter: context.now + DAY,
  }))
}
