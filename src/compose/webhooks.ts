import type { Router } from 'express'
import { errorFields } from '../base/logger'
import { twilioWebhooks, type StatusHandler } from '../channels/twilio/webhooks'
import { maskAadhaar } from '../conversation/input/mask-aadhaar'
import type { TurnPipeline } from '../conversation/turn/pipeline'
import { hearStatus } from '../messaging/hear-status'
import { formDeps } from './messaging'
import { optOutDeps, type Common } from './common'

/** Keeps what became of our messages; an operator reads of those that failed. */
export function statusOf(common: Common): StatusHandler {
  const { raw, logger } = common
  return {
    handle: (word) => {
      const { status, code, channel } = word
      if (code !== undefined) logger.info('not_delivered', { status, code, channel })
      return hearStatus(word, {
        ...optOutDeps(common),
        ...formDeps(common),
        outbox: raw.outbox,
      })
    },
  }
}

/** Twilio's webhooks before the pipeline and the outbox. */
export function webhooksOf(
  { config, clock, logger }: Common,
  { pipeline, status }: { readonly pipeline: TurnPipeline; readonly status: StatusHandler },
): Router {
  return twilioWebhooks({
    publicUrl: config.publicUrl,
    authTokens: config.twilio.authTokens,
    ...(config.twilio.accountSid !== undefined && { accountSid: config.twilio.accountSid }),
    clock,
    maskText: maskAadhaar,
    inbound: pipeline,
    status,
    log: (event) => {
      if (event.event === 'webhook_refused') {
        logger.warn(event.event, { path: event.path, status: event.status, reason: event.reason })
      } else {
        logger.error(event.event, { path: event.path, ...errorFields(event.error) })
      }
    },
  })
}
