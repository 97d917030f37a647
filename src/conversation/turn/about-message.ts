import { addressesOf } from '../../contacts/contact-cache'
import type { InboundMessage } from '../../messaging/inbound-message'
import type { TurnAbout } from './bot'
import { conversationId } from './conversation-store'

/** Whose turn a message is, once its contact is known. */
export function aboutMessage(message: InboundMessage, contactId: string): TurnAbout {
  return {
    message,
    now: message.receivedAt,
    contactId,
    conversationId: conversationId(contactId, message.channel, message.to),
    channel: message.channel,
    sender: message.to,
    address: addressesOf(message.from)[0] ?? '',
  }
}
