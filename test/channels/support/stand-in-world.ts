import {
  createStandIn,
  type StandIn,
  type StandInOptions,
} from '../../../src/channels/twilio-stand-in/stand-in'
import { STATUS_PATH } from '../../../src/channels/twilio/status-callback'
import type { PostRequest, PostResult } from '../../../src/channels/twilio-stand-in/post'
import { manualClock, type ManualClock } from './manual-clock'
import { seededRandom } from './seeded-random'

export const ACCOUNT = 'AC' + 'a'.repeat(32)
export const TOKEN = 'auth-token'
export const WHATSAPP = '+14155238886'
export const SMS = '+14155550100'
export const WEBHOOK = 'https://bot.example.in/webhooks/twilio/messages'
export const PERSON = '+919876543210'

/** One post that the stand-in made. */
export interface Posted {
  readonly url: string
  readonly form: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly hangUp: boolean
}

export interface StandInWorld {
  readonly standIn: StandIn
  readonly clock: ManualClock
  /** Posts to the messages webhook. */
  readonly posted: Posted[]
  readonly callbacks: Posted[]
  /** What the app answers to a message; may be changed. */
  app: (request: PostRequest) => Promise<PostResult> | PostResult
  /** Asks the REST API as the client does, and gives back status and JSON. */
  ask(method: string, path: string, parameters?: Ask): Promise<{ status: number; json: Json }>
}

interface Ask {
  readonly form?: Readonly<Record<string, string | readonly string[]>>
  readonly query?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly password?: string
}

type Json = Record<string, unknown> & { readonly code?: number; readonly sid?: string }

/** A complete answer of the app. */
export function twiml(...texts: readonly string[]): PostResult {
  const messages = texts.map((text) => `<Message><Body>${text}</Body></Message>`).join('')
  return { kind: 'answer', status: 200, contentType: 'text/xml', body: `<Response>${messages}</Response>` }
}

export function httpStatus(status: number): PostResult {
  return { kind: 'answer', status, contentType: 'text/plain', body: '' }
}

export function standInWorld(options: Partial<StandInOptions> = {}): StandInWorld {
  const clock = manualClock()
  const posted: Posted[] = []
  const callbacks: Posted[] = []
  const world: StandInWorld = {
    standIn: undefined as never,
    clock,
    posted,
    callbacks,
    app: () => twiml('ok'),
    ask,
  }
  const standIn = createStandIn({
    clock,
    random: seededRandom(7),
    accountSid: ACCOUNT,
    authToken: TOKEN,
    senders: { whatsapp: WHATSAPP, sms: SMS },
    messagingServiceSid: 'MG' + 'c'.repeat(32),
    webhookUrl: WEBHOOK,
    post: async (request) => {
      const form = Object.fromEntries(new URLSearchParams(request.body))
      const isCallback = new URL(request.url).pathname === STATUS_PATH
      ;(isCallback ? callbacks : posted).push({
        url: request.url,
        form,
        headers: request.headers,
        hangUp: request.hangUp,
      })
      return isCallback ? httpStatus(204) : world.app(request)
    },
    ...options,
  })
  async function ask(method: string, path: string, { form, query, json, password }: Ask = {}) {
    const response = await standIn.httpClient.request({
      method,
      uri: `https://api.twilio.com${path}`,
      username: ACCOUNT,
      password: password ?? TOKEN,
      headers: {
        'Content-Type': json === undefined ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      params: query ?? {},
      data: (json as Record<string, unknown>) ?? form ?? {},
      timeout: 10_000,
    })
    return { status: response.statusCode, json: response.body as Json }
  }
  return Object.assign(world, { standIn })
}

export const MESSAGES = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`
