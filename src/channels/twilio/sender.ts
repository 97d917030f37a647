import type TwilioClient from 'twilio/lib/rest/Twilio'
import { SECOND } from '../../base/clock'
import type { Sender, SendOutcome, SendRequest } from '../../messaging/sender'
import { toTwilioAddress } from './address'
import { sendErrorOf } from './send-failure'
import { statusCallback } from './status-callback'

export interface TwilioSenderOptions {
  readonly publicUrl: string
  readonly messagingServiceSid?: string
}

/**
 * Sends through Twilio's REST API. Our own id travels in the status callback's address: it names the message to us
 * even when the answer to this request is lost.
 */
export function twilioSender(client: TwilioClient, options: TwilioSenderOptions): Sender {
  const { publicUrl, messagingServiceSid } = options
  return {
    async send(request: SendRequest): Promise<SendOutcome> {
      try {
        const { sid } = await client.messages.create({
          from: toTwilioAddress(request.channel, request.from),
          to: toTwilioAddress(request.channel, request.to),
          ...contentOf(request),
          ...validityOf(request),
          statusCallback: statusCallback(publicUrl, request.outboxId),
          ...(messagingServiceSid !== undefined && { messagingServiceSid }),
          ...(request.mediaUrl !== undefined && { mediaUrl: [request.mediaUrl] }),
        })
        return typeof sid === 'string'
          ? { ok: true, sid }
          : { ok: false, error: { kind: 'unknown', code: 'unreadable_answer' } }
      } catch (thrown) {
        return { ok: false, error: sendErrorOf(thrown) }
      }
    },
  }
}

/** Twilio takes a content or a body, never both. */
function contentOf({ body, content }: SendRequest): {
  readonly body?: string
  readonly contentSid?: string
  readonly contentVariables?: string
} {
  if (!content) return { body }
  const { contentSid, variables } = content
  const filled = Object.keys(variables).length > 0
  return { contentSid, ...(filled && { contentVariables: JSON.stringify(variables) }) }
}

/** Twilio's own queue gives up in whole seconds, up to ten hours. */
const LONGEST_VALIDITY = 36_000

function validityOf({ validForMs }: SendRequest): { readonly validityPeriod?: number } {
  if (validForMs === undefined) return {}
  const seconds = Math.max(1, Math.ceil(validForMs / SECOND))
  return seconds >= LONGEST_VALIDITY ? {} : { validityPeriod: seconds }
}
