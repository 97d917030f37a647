import { DAY } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { splitText } from '../../messaging/split-text'
import type { OutboxDraft } from '../../messaging/outbox-store'
import type { ActionContext } from './action'
import type { ActionDeps } from './deps'
import { bodyOf, valuesOf } from './messages'
import { templateUse } from './template-use'
import type { Message } from './todos'

/** Where somebody talks with us, and in which language. */
type Person = Pick<
  ActionContext,
  'contactId' | 'channel' | 'sender' | 'address' | 'conversationId' | 'locale'
>

/** A message that an effect of a turn says to one person. */
export interface SaidToPerson {
  /** What it is, apart from all else that the same turn says. */
  readonly as: 'answer' | 'certificate'
  readonly message: Message
  /** Sent with it. */
  readonly mediaUrl?: string
}

/** What a turn says to somebody beside its reply, in that person's own conversation and language; in order. */
export function draftsToPerson(
  { contactId, channel, sender, address, conversationId, locale }: Person,
  { as, message, mediaUrl }: SaidToPerson,
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
    id: keyedId(`${context.key}#${as}${nth}`),
    purpose: 'reply',
    contactId,
    channel,
    from: sender,
    to: address,
    body,
    ...(mediaUrl !== undefined && nth === 0 && { mediaUrl }),
    ...(template && nth === 0 && { template }),
    lane: `${conversationId}:${as}:${context.key}`,
    seq: nth,
    notBefore: context.now,
    notAfter: context.now + DAY,
  }))
}
