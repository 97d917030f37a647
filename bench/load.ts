import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'

/** A first message and six answers: six questions of a request for blood, as somebody types them. */
const CONVERSATION = ['mujhe khoon chahiye', 'B+', '1', '2 unit', 'hallet', 'kal', '2']
export const TURNS = CONVERSATION.length

export interface Target {
  readonly port: number
  readonly url: string
  readonly token: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
let sids = 0

/** One signed webhook; resolves with the milliseconds to its complete answer, and rejects unless it is 200. */
export function post(target: Target, from: string, text: string): Promise<number> {
  const sid = `SM${createHash('md5').update(String(sids++)).digest('hex')}`
  const form = {
    MessageSid: sid,
    SmsSid: sid,
    From: `whatsapp:${from}`,
    To: 'whatsapp:+14155238886',
    Body: text,
    NumMedia: '0',
  }
  const path = '/webhooks/twilio/messages'
  const signature = getExpectedTwilioSignature(target.token, target.url + path, form)
  const body = new URLSearchParams(form).toString()
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        port: target.port,
        path,
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': Buffer.byteLength(body),
          'X-Twilio-Signature': signature,
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(performance.now() - began)
          else reject(new Error(`the server answered ${answer.statusCode}`))
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

let people = 0

/** A new telephone number at each call. */
export function newPerson(): string {
  return `+9198${String(10_000_000 + people++)}`
}

/** Whole conversations, so many people at a time. */
export async function converse(target: Target, conversations: number, atOnce: number): Promise<void> {
  let left = conversations
  const person = async (): Promise<void> => {
    while (left-- > 0) {
      const from = newPerson()
      for (const text of CONVERSATION) await post(target, from, text)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, person))
}

/** Messages at a fixed rate whatever the answers take; the latencies, sorted. */
export async function atRate(target: Target, perSecond: number, seconds: number): Promise<number[]> {
  const gap = 1_000 / perSecond
  const count = perSecond * seconds
  const writers = Array.from({ length: Math.ceil(count / TURNS) }, () => newPerson())
  const began = performance.now()
  const sent: Promise<number>[] = []
  for (let i = 0; i < count; i++) {
    const wait = began + i * gap - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    // One message of each person in turn, so that nobody waits for an own earlier one.
    const writer = writers[i % writers.length] ?? ''
    sent.push(post(target, writer, CONVERSATION[Math.floor(i / writers.length)] ?? '2'))
  }
  return (await Promise.all(sent)).sort((a, b) => a - b)
}
