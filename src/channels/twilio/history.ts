import type TwilioClient from 'twilio/lib/rest/Twilio'
import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message'
import type { ListedMessage, MessageHistory } from '../../messaging/sender'
import { fromTwilioAddress } from './address'
import { sendErrorOf } from './send-failure'

const PAGE_SIZE = 1_000

/**
 * Twilio's list of messages. It is filtered by when a message was sent: one that still waits in Twilio's queue is not
 * in it, so what it does not show a few seconds after an answer may yet appear. Times are whole seconds.
 */
export function twilioHistory(client: TwilioClient): MessageHistory {
  return {
    async since(instant) {
      const listed = await client.messages
        .list({ dateSentAfter: new Date(instant), pageSize: PAGE_SIZE })
        .catch((thrown: unknown) => {
          // The client's own error holds the credentials.
          throw new Error(`Twilio's list of messages could not be read: ${sendErrorOf(thrown).code}`)
        })
      // Twilio lists the newest first; a stable sort keeps its order within one second.
      return listed
        .reverse()
        .map(toListed)
        .sort((a, b) => a.createdAt - b.createdAt)
    },
  }
}

function toListed(message: MessageInstance): ListedMessage {
  const to = fromTwilioAddress(message.to)
  return {
    sid: message.sid,
    direction: direction(message.direction),
    channel: to.channel,
    // Empty while a messaging service has not chosen its sender yet.
    from: fromTwilioAddress(message.from ?? '').address,
    to: to.address,
    body: message.body ?? '',
    media: Number(message.numMedia) || 0,
    createdAt: message.dateCreated.getTime(),
  }
}

function direction(word: MessageInstance['direction']): ListedMessage['direction'] {
  if (word === 'inbound') return 'inbound'
  return word === 'outbound-reply' ? 'outbound_reply' : 'outbound_api'
}
