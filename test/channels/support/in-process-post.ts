import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'
import type { Post } from '../../../src/channels/twilio-stand-in/post'
import { parseForm } from '../../../src/channels/twilio/form'
import { parseInbound } from '../../../src/channels/twilio/parse-inbound'
import { parseStatus } from '../../../src/channels/twilio/parse-status'
import { messagesTwiml } from '../../../src/channels/twilio/twiml'
import { STATUS_PATH, statusCallback } from '../../../src/channels/twilio/status-callback'
import type { StatusHandler } from '../../../src/channels/twilio/webhooks'
import type { Clock } from '../../../src/base/clock'
import type { InboundHandler } from '../../../src/messaging/inbound-handler'
import { replyId } from '../../../src/messaging/reply-id'

export interface InProcessApp {
  readonly authToken: string
  readonly clock: Clock
  readonly inbound: InboundHandler
  readonly status?: StatusHandler
  /** Given, Twilio is asked to tell what becomes of TwiML replies. */
  readonly publicUrl?: string
  readonly maskText?: (text: string) => string
}

/**
 * Carries webhooks straight to the handlers, as the routes do it without a network. `app` is asked for at each post: it
 * may be a restarted one, or none (the connection fails). A handler that throws has crashed: the connection breaks.
 */
export function inProcessPost(app: () => InProcessApp | undefined): Post {
  return async ({ url, headers, body, hangUp, signal }) => {
    const to = app()
    if (!to) return { kind: 'connect_failed' }
    const form = parseForm(body)
    const signature = getExpectedTwilioSignature(to.authToken, url, form.params)
    if (signature !== headers['X-Twilio-Signature']) return answer(403)
    const { pathname, searchParams } = new URL(url)
    try {
      if (pathname === STATUS_PATH) {
        const parsed = parseStatus(form, searchParams.get('mid') ?? undefined)
        if (parsed.ok) await to.status?.handle(parsed.word)
        return answer(204)
      }
      const parsed = parseInbound(form, {
        receivedAt: to.clock.now(),
        maskText: to.maskText ?? ((text) => text),
      })
      if (!parsed.ok) return answer(parsed.reason === 'incomplete' ? 400 : 200)
      const given = await to.inbound.handle(parsed.message)
      if (given.kind === 'refused') return answer(503)
      const replies = given.kind === 'later' ? [] : given.replies
      if ((hangUp || signal.aborted) && replies.length > 0) to.inbound.lost(parsed.message.sid)
      const { publicUrl } = to
      const callback = (nth: number): string =>
        statusCallback(publicUrl ?? '', replyId(parsed.message.sid, nth))
      return answer(200, messagesTwiml(replies, publicUrl === undefined ? undefined : callback))
    } catch {
      return { kind: 'broken' }
    }
  }
}

function answer(
  status: number,
  body = '',
): { kind: 'answer'; status: number; contentType: string; body: string } {
  return { kind: 'answer', status, contentType: 'text/xml; charset=utf-8', body }
}
