import type { Router } from 'express'
import { errorFields } from '../base/logger'
import { twilioWebhooks } from '../channels/twilio/webhooks'
import { maskAadhaar } from '../conversation/input/mask-aadhaar'
import type { TurnPipeline } from '../conversation/turn/pipeline'
import type { Common } from './common'

/** Twilio's webhooks before the pipeline and the outbox. */
export function webhooksOf({ config, clock, logger, raw }: Common, pipeline: TurnPipeline): Router {
  return twilioWebhooks({
    publicUrl: config.publicUrl,
    authTokens: config.twilio.authTokens,
    ...(config.twilio.accountSid !== undefined && { accountSid: config.twilio.accountSid }),
    clock,
    maskText: maskAadhaar,
    inbound: pipeline,
    status: {
      handle: async (word) => {
        if (word.outboxId !== undefined) await raw.outbox.applyStatus(word.outboxId, word)
      },
    },
    log: (event) => {
      if (event.event === 'webhook_refused') {
        logger.warn(event.event, { path: event.path, status: event.status, reason: event.reason })
      } else {
        logger.error(event.event, { path: event.path, ...errorFields(event.error) })
      }
    },
  })
}
