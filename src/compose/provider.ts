import type { Clock } from '../base/clock'
import type { Random } from '../base/random'
import { createStandIn, type StandIn } from '../channels/twilio-stand-in/stand-in'
import { twilioHistory } from '../channels/twilio/history'
import { twilioMedia } from '../channels/twilio/media'
import { twilioRestClient } from '../channels/twilio/rest-client'
import { twilioSender } from '../channels/twilio/sender'
import { twilioTemplateProvider } from '../channels/twilio/template-provider'
import { MESSAGES_PATH } from '../channels/twilio/webhooks'
import type { Config } from '../config/config'
import type { MediaSource } from '../files/media-source'
import type { MessageHistory, Sender } from '../messaging/sender'
import type { TemplateProvider } from '../messaging/templates/template-provider'

/** Whoever carries messages: Twilio, or the stand-in. */
export interface Provider {
  readonly sender: Sender
  readonly history: MessageHistory
  /** What people sent, until we delete it there. */
  readonly media: MediaSource
  /** Where templates are made and approved. */
  readonly templates: TemplateProvider
  /** Present where the stand-in plays Twilio. */
  readonly standIn?: StandIn
}

/** An account id of the right form, for the stand-in that has none. */
const STAND_IN_ACCOUNT = `AC${'0'.repeat(32)}`

/** Twilio as configured; without an account the stand-in, on this machine. */
export function openProvider(
  { twilio, senders, publicUrl }: Config,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Provider {
  const { accountSid = STAND_IN_ACCOUNT, apiKey, apiBaseUrl, messagingServiceSid } = twilio
  const [authToken = ''] = twilio.authTokens
  const standIn =
    twilio.accountSid === undefined
      ? createStandIn({
          clock,
          random,
          accountSid,
          authToken,
          senders,
          webhookUrl: `${publicUrl}${MESSAGES_PATH}#rc=2&rp=ct,rt,5xx&rt=4500`,
          fallbackUrl: `${publicUrl}${MESSAGES_PATH}`,
        })
      : undefined
  const credentials = apiKey
    ? { username: apiKey.sid, password: apiKey.secret }
    : { username: accountSid, password: authToken }
  const client = twilioRestClient({
    accountSid,
    credentials,
    ...(apiBaseUrl !== undefined && { apiBaseUrl }),
    ...(standIn && { httpClient: standIn.httpClient }),
  })
  return {
    sender: twilioSender(client, {
      publicUrl,
      ...(messagingServiceSid !== undefined && { messagingServiceSid }),
    }),
    history: twilioHistory(client),
    media: twilioMedia({
      credentials,
      accountSid,
      ...(apiBaseUrl !== undefined && { apiBaseUrl }),
      ...(standIn && { ask: standIn.fetch }),
    }),
    templates: twilioTemplateProvider(client),
    ...(standIn && { standIn }),
  }
}
