import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock, type Instant } from '../../src/base/clock'
import { seededRandom } from '../../src/base/seeded-random'
import { httpPost, type PostRequest, type PostResult } from '../../src/channels/twilio-stand-in/post'
import { createStandIn, type StandIn } from '../../src/channels/twilio-stand-in/stand-in'
import type { DeliveryStatus } from '../../src/messaging/delivery-status'
import { SENDER } from '../action-deps'
import type { Fleet } from './fleet'

export const ACCOUNT = `AC${'a'.repeat(32)}`
export const TOKEN = 'bench_token_of_thirty_two_letters'
export const PUBLIC_URL = 'http://saathi.example.org'
const MESSAGES_URL = `${PUBLIC_URL}/webhooks/twilio/messages`
const LATENCY = 20
/** Before each of a message's callbacks. */
const CALLBACK_MS = 400

type Fault = 'refused' | 'failed' | 'reset' | 'none'

export interface Met {
  readonly sends: number
  readonly refused: number
  readonly failed: number
  readonly reset: number
}

/** Twilio as the program meets it: over HTTP, slow, often failing, and calling back late, twice and in any order. */
export interface BadProvider {
  readonly standIn: StandIn
  /** Where the program finds its REST API. */
  readonly url: string
  /** By our outbox id: what the program was told and said it had heard. */
  readonly heard: ReadonlyMap<string, ReadonlySet<DeliveryStatus>>
  /** By telephone: when something was first handed over for it since `forgetTries`. */
  readonly tried: Map<string, Instant>
  /** How many sends came, and how many of them were refused, failed or broke. */
  met(): Met
  /** Who hears the webhooks. */
  fleet: Fleet | undefined
  close(): Promise<void>
}

export async function badProvider(seed: number, sends: number): Promise<BadProvider> {
  const heard = new Map<string, Set<DeliveryStatus>>()
  const tried = new Map<string, Instant>()
  const post = async (request: PostRequest): Promise<PostResult> => {
    const port = provider.fleet?.port()
    if (port === undefined) return { kind: 'connect_failed' }
    const url = request.url.replace(PUBLIC_URL, `http://127.0.0.1:${port}`)
    const result = await httpPost({ ...request, url })
    if (result.kind === 'answer' && result.status < 300) note(heard, request)
    return result
  }
  const standIn = createStandIn({
    clock: systemClock,
    random: seededRandom(seed),
    accountSid: ACCOUNT,
    authToken: TOKEN,
    senders: { whatsapp: SENDER },
    webhookUrl: `${MESSAGES_URL}#rc=2&rp=ct,rt,5xx&rt=4500`,
    fallbackUrl: MESSAGES_URL,
    post,
  })
  standIn.behave({ callbackMs: CALLBACK_MS, doubleCallbacks: true, shuffleCallbacks: true })
  const faults = disturb(standIn, seed, sends)
  let came = 0
  const server = createServer((request, response) => {
    if (noteTry(request, tried)) came++
    // Express never rejects here.
    void standIn.app(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const provider: BadProvider = {
    standIn,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    tried,
    met: () => {
      const of = (fault: Fault): number => faults.slice(0, came).filter((one) => one === fault).length
      return { sends: came, refused: of('refused'), failed: of('failed'), reset: of('reset') }
    },
    fleet: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return provider
}

/** 5 % too many requests, 2 % failing servers, 1 % broken connections (taken or not); all others take their time. */
function disturb({ faults }: StandIn, seed: number, sends: number): readonly Fault[] {
  const random = seededRandom(seed + 1)
  return Array.from({ length: sends }, (): Fault => {
    const [high = 0, low = 0, accepted = 0] = random.bytes(3)
    const drawn = (high * 256 + low) / 65_536
    if (drawn < 0.05) {
      faults.onApi({ kind: 'error', status: 429, code: 20429 })
      return 'refused'
    }
    if (drawn < 0.07) {
      faults.onApi({ kind: 'error', status: 503, code: 20503 })
      return 'failed'
    }
    if (drawn < 0.08) {
      faults.onApi({ kind: 'reset', accepted: accepted % 2 === 0 })
      return 'reset'
    }
    faults.onApi({ kind: 'latency', ms: LATENCY })
    return 'none'
  })
}

function note(heard: Map<string, Set<DeliveryStatus>>, { url, body }: PostRequest): void {
  const outboxId = new URL(url).searchParams.get('mid')
  const status = new URLSearchParams(body).get('MessageStatus')
  if (outboxId === null || status === null) return
  const words = heard.get(outboxId) ?? new Set()
  heard.set(outboxId, words.add(status as DeliveryStatus))
}

/** Reads along, while the stand-in reads for itself; whether something is to be sent. */
function noteTry(request: IncomingMessage, tried: Map<string, Instant>): boolean {
  if (request.method !== 'POST' || !request.url?.endsWith('/Messages.json')) return false
  const at = systemClock.now()
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const to = new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('To')?.replace('whatsapp:', '')
    if (to !== undefined && !tried.has(to)) tried.set(to, at)
  })
  return true
}
