import { DAY } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { splitText } from '../../messaging/split-text'
import type { OutboxDraft } from '../../messaging/outbox-store'
import type { HandOver } from '../handover/hand-over'
import type { ActionContext } from './action'
import type { ActionDeps } from './deps'
import { bodyOf, valuesOf } from './messages'
import { templateUse } from './template-use'
import type { Message } from './todos'

/** What a coordinator's turn says to somebody who was handed over, in their own conversation and language; in order. */
export function draftsToPerson(
  { contactId, channel, sender, address, conversationId, locale }: HandOver,
  message: Message,
  { context, deps }: { readonly context: ActionContext; readonly deps: ActionDeps },
): readonly OutboxDraft[] {
  const reader = { locale, channel }
  const text = bodyOf(message, reader, deps)
  const said = {
    key: message.text,
    purpose: 'reply',
    values: valuesOf(message, reader, deps),
    body: text,
  } as const
  const template = templateUse(said, reader, deps)
  return splitText(text).map((body, nth) => ({
    id: keyedId(`${context.key}#answer${nth}`),
    purpose: 'reply',
    contactId,
    channel,
    from: sender,
    to: address,
    body,
    ...(template && nth === 0 && { template }),
    lane: `${conversationId}:person:${context.key}`,
    seq: nth,
    notBefore: context.now,
    notAfter: context.now + DAY,
  }))
}
