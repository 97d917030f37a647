import { z } from 'zod'
import { keyedCode, keyedId } from '../../base/keyed-id'
import { answerBy } from '../../blood/organisation/answer-by'
import type { HandOver } from '../handover/hand-over'
import type { ActionResult } from '../flow/walk'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { todosOf } from './todos'

export const HAND_OVER_REASONS = [
  'asked',
  'not_understood',
  'emergency',
  'minor',
  'opted_out_with_request',
  'fraud',
  'outside_area',
] as const

const args = z.object({ reason: z.enum(HAND_OVER_REASONS) })
const EXCERPT_LENGTH = 500
const MOST_CODES = 50

/** Brings a person in: coordinators are told, with a code to answer by. The bot goes on listening. */
export function handOver(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'hand_over',
    type: 'effect',
    args,
    reasons: ['nobody'],
    perform: async ({ reason }, context) => {
      if (deps.coordinators.length === 0) return { ok: false, reason: 'nobody' }
      for (let nth = 0; nth < MOST_CODES; nth++) {
        const wanted = handOverOf(reason, context, nth)
        const told = {
          kind: 'coordinators',
          text: 'coordinator_hand_over',
          values: { code: wanted.code, reason, excerpt: wanted.excerpt },
        } as const
        const opened = await deps.stores.handOvers.open(context.key, wanted, todosOf(context.key, [told]))
        if (opened.ok) return result(opened.handOver, deps)
      }
      throw new Error('no code is free')
    },
  }
}

function handOverOf(reason: HandOver['reason'], context: ActionContext, nth: number): HandOver {
  return {
    id: keyedId(context.key),
    code: keyedCode(context.key, nth),
    contactId: context.contactId,
    conversationId: context.conversationId,
    channel: context.channel,
    sender: context.sender,
    address: context.address,
    locale: context.locale,
    reason,
    excerpt: context.text.slice(0, EXCERPT_LENGTH),
    at: context.now,
  }
}

function result({ code, at }: HandOver, { organisation, timeZone }: ActionDeps): ActionResult {
  return {
    ok: true,
    values: { code, answer_by: answerBy(at, organisation.onCall, timeZone), helpline: organisation.helpline },
  }
}
