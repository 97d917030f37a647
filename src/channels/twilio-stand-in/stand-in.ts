import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import type { Address, Channel } from '../../base/channel'
import type { Clock } from '../../base/clock'
import type { Random } from '../../base/random'
import type { ProviderContent } from '../../messaging/templates/provider-content'
import type { TwilioHttpClient } from '../twilio/rest-client'
import { holdApproved } from './approved-contents'
import type { ContentRecord } from './content'
import { phoneAt, type Behaviour, type Core, type InboxMessage, type Warning } from './core'
import { createFaults, type Faults } from './faults'
import { httpGetMedia, type GetMedia } from './fetch-media'
import { deliver, takeIn, type Delivery, type Inbound } from './inbound'
import type { SendExtras } from './inbound-form'
import { localHttpClient } from './local-client'
import { localFetch } from './local-fetch'
import { httpPost, type Post } from './post'
import type { MessageRecord } from './records'
import { restApp } from './rest-app'
import { createTasks } from './tasks'

export interface StandInOptions {
  readonly clock: Clock
  readonly random: Random
  readonly accountSid: string
  /** Signs webhooks, and opens the REST API. */
  readonly authToken: string
  readonly apiKey?: { readonly sid: string; readonly secret: string }
  /** Our own numbers, bare. */
  readonly senders: Readonly<Partial<Record<Channel, Address>>>
  readonly messagingServiceSid?: string
  /** The app's messages webhook, with its `#fragment`. */
  readonly webhookUrl: string
  readonly fallbackUrl?: string
  /** How webhooks travel; real HTTP when not given. */
  readonly post?: Post
  /** How what goes with our messages is fetched; real HTTP when not given. */
  readonly getMedia?: GetMedia
}

/** A telephone in somebody's hand. */
export interface StandInPhone {
  /** What it received, in the order of arrival. */
  readonly inbox: readonly InboxMessage[]
  /** Writes to us; resolves when Twilio has an answer or gave up. */
  send(text: string, extras?: SendExtras): Promise<Delivery>
  /** Twilio delivers an earlier message of this phone once more, with the same sid. */
  redeliver(sid: string): Promise<Delivery>
}

/** Twilio on this machine: its REST API, its webhooks, and the phones behind it. */
export interface StandIn {
  readonly app: Express
  /** For `twilioRestClient`: the REST API without a network. */
  readonly httpClient: TwilioHttpClient
  /** For `twilioMedia`: what people sent, without a network. */
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>
  readonly faults: Faults
  /** What Twilio's debugger would show. */
  readonly warnings: readonly Warning[]
  /** Twilio's whole list, oldest first. */
  readonly messages: readonly MessageRecord[]
  /** A person's phone; the same number or user id is the same phone. */
  phone(of: {
    readonly channel: Channel
    readonly number?: Address
    readonly whatsappUserId?: Address
  }): StandInPhone
  /** What is set in Twilio's console. */
  configure(urls: { readonly webhookUrl?: string; readonly fallbackUrl?: string }): void
  behave(change: Partial<Behaviour>): void
  /** WhatsApp's decision on a content that was submitted, and the category that it puts it into. */
  decide(contentSid: string, decision: 'approved' | 'rejected' | 'paused', category?: string): void
  /** Has these contents as if they had been approved long ago; their sids, in order. */
  holdApproved(contents: readonly ProviderContent[]): readonly string[]
  /** Resolves when nothing is under way any more, except what waits for its time. */
  settled(): Promise<void>
  /** Serves the REST API on this machine. */
  listen(port?: number): Promise<{ readonly url: string; readonly close: () => Promise<void> }>
}

export function createStandIn(options: StandInOptions): StandIn {
  const core = createCore(options)
  const inbound = new Map<string, Inbound>()
  return {
    app: restApp(core),
    httpClient: localHttpClient(core),
    fetch: localFetch(core),
    faults: core.faults,
    warnings: core.warnings,
    get messages() {
      return core.messages
    },
    phone: (of) => phoneHandle(core, inbound, of),
    configure(urls) {
      core.webhookUrl = urls.webhookUrl ?? core.webhookUrl
      core.fallbackUrl = urls.fallbackUrl ?? core.fallbackUrl
    },
    behave(change) {
      core.behaviour = { ...core.behaviour, ...change }
    },
    decide(contentSid, status, category) {
      const content = core.contents.get(contentSid)
      if (!content || !isDecidable(content)) throw new Error(`${contentSid} does not wait for approval`)
      content.approval = { ...content.approval, status, ...(category !== undefined && { category }) }
    },
    holdApproved: (contents) => holdApproved(core, contents),
    settled: () => core.tasks.settled(),
    listen: (port) => listen(core, restApp(core), port),
  }
}

function isDecidable({ approval }: ContentRecord): boolean {
  return approval.status !== 'unsubmitted' && approval.status !== 'rejected'
}

function createCore(options: StandInOptions): Core {
  const { clock, random, accountSid, authToken, senders, webhookUrl } = options
  return {
    clock,
    random,
    accountSid,
    authToken,
    senders,
    webhookUrl,
    apiKey: options.apiKey,
    messagingServiceSid: options.messagingServiceSid,
    fallbackUrl: options.fallbackUrl,
    post: options.post ?? httpPost,
    getMedia: options.getMedia ?? httpGetMedia,
    tasks: createTasks(clock),
    faults: createFaults(),
    apiBaseUrl: 'https://api.twilio.com',
    behaviour: {
      deliveryMs: 0,
      callbackMs: 0,
      doubleCallbacks: false,
      shuffleCallbacks: false,
      dropCallbacks: false,
      readReceipts: true,
    },
    messages: [],
    media: new Map(),
    contents: new Map(),
    phones: [],
    lastInbound: new Map(),
    blocked: new Set(),
    answered: new Set(),
    warnings: [],
  }
}

function phoneHandle(
  core: Core,
  inbound: Map<string, Inbound>,
  of: { readonly channel: Channel; readonly number?: Address; readonly whatsappUserId?: Address },
): StandInPhone {
  const address = of.number ?? of.whatsappUserId
  if (address === undefined) throw new Error('a phone has a number or a WhatsApp user id')
  const state = phoneAt(core, of.channel, address)
  if (of.number !== undefined) state.number = of.number
  if (of.whatsappUserId !== undefined) state.whatsappUserId = of.whatsappUserId
  return {
    inbox: state.inbox,
    send(text, extras = {}) {
      const taken = takeIn(core, state, { text, ...extras })
      inbound.set(taken.sid, taken)
      return core.tasks.run(() => deliver(core, taken))
    },
    redeliver(sid) {
      const taken = inbound.get(sid)
      if (!taken) throw new Error(`no phone sent ${sid}`)
      return core.tasks.run(() => deliver(core, taken))
    },
  }
}

async function listen(
  core: Core,
  app: Express,
  port = 0,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => void app(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  core.apiBaseUrl = url
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, close }
}
