import { Router, type Request, type Response } from 'express'
import type { Clock } from '../../base/clock'
import type { InboundHandler } from '../../messaging/inbound-handler'
import { replyId } from '../../messaging/reply-id'
import type { StatusWord } from '../../messaging/status-word'
import { parseInbound } from './parse-inbound'
import { parseStatus } from './parse-status'
import { signedForm, type SignedFormOptions } from './signed-form'
import { STATUS_PATH, statusCallback } from './status-callback'
import { EMPTY_TWIML, messagesTwiml } from './twiml'

/** The path to register at Twilio, below `PUBLIC_URL`. */
export const MESSAGES_PATH = '/webhooks/twilio/messages'

/** Whoever keeps what became of our messages. The same word may come late, twice and out of order. */
export interface StatusHandler {
  handle(word: StatusWord): Promise<void>
}

export interface TwilioWebhookOptions extends Omit<SignedFormOptions, 'log'> {
  readonly clock: Clock
  /** Hides in texts what must never be stored (numbers that look like Aadhaar). */
  readonly maskText: (text: string) => string
  readonly inbound: InboundHandler
  readonly status: StatusHandler
  /** Told what was refused or went wrong; free of texts, numbers and credentials (an `error` is the handler's own). */
  readonly log: (event: WebhookEvent) => void
}

export type WebhookEvent =
  | {
      readonly event: 'webhook_refused'
      readonly path: string
      readonly status: number
      readonly reason: string
    }
  | { readonly event: 'webhook_failed'; readonly path: string; readonly error: unknown }

/** The two webhooks. Every answer is complete: nothing here reaches Express's error page. */
export function twilioWebhooks(options: TwilioWebhookOptions): Router {
  const router = Router()
  router.post(MESSAGES_PATH, inboundRoute(options))
  router.post(STATUS_PATH, statusRoute(options))
  return router
}

function inboundRoute(options: TwilioWebhookOptions) {
  const { publicUrl, clock, maskText, inbound, log } = options
  return (request: Request, response: Response): void => {
    const receivedAt = clock.now()
    const refuse = refuser(request, response, log)
    signedForm(options, request, (result) => {
      if (!result.ok) return refuse(result.status, result.reason)
      const parsed = parseInbound(result.form, { receivedAt, maskText })
      if (!parsed.ok) {
        return parsed.reason === 'incomplete' ? refuse(400, parsed.reason) : answerXml(response, EMPTY_TWIML)
      }
      const { message } = parsed
      void Promise.resolve(message)
        .then((one) => inbound.handle(one))
        .then((answer) => {
          if (answer.kind === 'refused') answerEmpty(response, 503)
          else if (answer.kind === 'later' || answer.replies.length === 0) answerXml(response, EMPTY_TWIML)
          else {
            const callback = (nth: number): string => statusCallback(publicUrl, replyId(message.sid, nth))
            const xml = messagesTwiml(answer.replies, callback)
            answerReplies(response, xml, () => inbound.lost(message.sid))
          }
        })
        .catch((error: unknown) => fail(request, response, { log, error }))
    })
  }
}

function statusRoute(options: TwilioWebhookOptions) {
  const { status, log } = options
  return (request: Request, response: Response): void => {
    const refuse = refuser(request, response, log)
    signedForm(options, request, (result) => {
      if (!result.ok) return refuse(result.status, result.reason)
      const { mid } = request.query
      const parsed = parseStatus(result.form, typeof mid === 'string' && mid !== '' ? mid : undefined)
      if (!parsed.ok) {
        return parsed.reason === 'incomplete' ? refuse(400, parsed.reason) : answerEmpty(response, 204)
      }
      const { word } = parsed
      void Promise.resolve(word)
        .then((one) => status.handle(one))
        .then(() => answerEmpty(response, 204))
        .catch((error: unknown) => fail(request, response, { log, error }))
    })
  }
}

type Log = TwilioWebhookOptions['log']

function refuser(request: Request, response: Response, log: Log) {
  return (status: number, reason: string): void => {
    log({ event: 'webhook_refused', path: request.path, status, reason })
    if (status === 413) response.setHeader('Connection', 'close')
    answerEmpty(response, status)
  }
}

/** The handler broke its promise not to throw: Twilio is asked to come again. */
function fail(request: Request, response: Response, { log, error }: { log: Log; error: unknown }): void {
  log({ event: 'webhook_failed', path: request.path, error })
  if (!response.headersSent) answerEmpty(response, 503)
}

function answerEmpty(response: Response, status: number): void {
  response.writeHead(status, status === 204 ? {} : { 'Content-Length': 0 }).end()
}

function answerXml(response: Response, xml: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/xml; charset=utf-8',
    'Content-Length': Buffer.byteLength(xml),
  })
  response.end(xml)
}

/** `lost` is told when the connection closed, before or now, with any of the answer unwritten. */
function answerReplies(response: Response, xml: string, lost: () => void): void {
  if (response.closed) return lost()
  response.once('close', () => {
    if (!response.writableFinished) lost()
  })
  answerXml(response, xml)
}
