import { request as httpRequest } from 'node:http'
import express from 'express'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'
import type { StatusWord } from '../../../src/messaging/status-word'
import { twilioWebhooks, type WebhookEvent } from '../../../src/channels/twilio/webhooks'
import type { InboundAnswer } from '../../../src/messaging/inbound-handler'
import type { InboundMessage } from '../../../src/messaging/inbound-message'
import { manualClock } from '../support/manual-clock'
import { encodeForm, readForm } from '../support/read-form'
import { serve } from '../support/serve'

const PUBLIC_URL = 'https://bot.example.in'
const ACCOUNT = 'AC' + 'a'.repeat(32)
const TOKEN = 'newest-token'
const OLD_TOKEN = 'older-token'
const MESSAGES = '/webhooks/twilio/messages'
const STATUS = '/webhooks/twilio/status'
const FORM = 'application/x-www-form-urlencoded; charset=utf-8'
const EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

interface World {
  readonly url: string
  readonly handled: InboundMessage[]
  readonly words: StatusWord[]
  readonly lost: string[]
  readonly events: WebhookEvent[]
  answer: (message: InboundMessage) => Promise<InboundAnswer>
  onStatus: () => Promise<void>
}

let world: World
let close: () => Promise<void>

beforeEach(async () => {
  const app = express()
  const seen = { handled: [], words: [], lost: [], events: [] }
  const server = await serve((request, response) => void app(request, response))
  close = server.close
  world = {
    url: server.url,
    ...seen,
    answer: () => Promise.resolve({ kind: 'twiml', replies: ['ठीक है'] }),
    onStatus: () => Promise.resolve(),
  }
  app.use(
    twilioWebhooks({
      publicUrl: PUBLIC_URL,
      authTokens: [TOKEN, OLD_TOKEN],
      accountSid: ACCOUNT,
      clock: manualClock(1_000),
      maskText: (text) => text,
      inbound: {
        handle: (message) => {
          world.handled.push(message)
          return world.answer(message)
        },
        lost: (sid) => world.lost.push(sid),
      },
      status: {
        handle: (word) => {
          world.words.push(word)
          return world.onStatus()
        },
      },
      log: (event) => world.events.push(event),
    }),
  )
})

afterEach(() => close())

interface Sent {
  readonly path?: string
  readonly token?: string
  readonly signature?: string
  readonly contentType?: string
  readonly body?: string
}

async function post(form: Readonly<Record<string, string>>, sent: Sent = {}) {
  const path = sent.path ?? MESSAGES
  const signature = sent.signature ?? getExpectedTwilioSignature(sent.token ?? TOKEN, PUBLIC_URL + path, form)
  const response = await fetch(world.url + path, {
    method: 'POST',
    headers: { 'Content-Type': sent.contentType ?? FORM, 'X-Twilio-Signature': signature },
    body: sent.body ?? encodeForm(form),
  })
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
}

describe('the messages webhook', () => {
  it('hands a signed message over, received when it came, and answers with its replies', async () => {
    const callback = (nth: number): string =>
      `https://bot.example.in${STATUS}?mid=${readForm('whatsapp-text')['MessageSid']}%3Areply%3A${nth}#rc=2&amp;rp=ct,rt,5xx`
    world.answer = () => Promise.resolve({ kind: 'twiml', replies: ['2 < 3 यूनिट', 'ठीक है'] })
    const answer = await post(readForm('whatsapp-text'))
    expect(answer).toEqual({
      status: 200,
      type: 'text/xml; charset=utf-8',
      body:
        '<?xml version="1.0" encoding="UTF-8"?><Response>' +
        `<Message action="${callback(0)}"><Body>2 &lt; 3 यूनिट</Body></Message>` +
        `<Message action="${callback(1)}"><Body>ठीक है</Body></Message></Response>`,
    })
    expect(world.handled).toEqual([expect.objectContaining({ receivedAt: 1_000, channel: 'whatsapp' })])
  })

  it.each([
    [{ kind: 'twiml', replies: [] }, 200, EMPTY],
    [{ kind: 'later' }, 200, EMPTY],
    [{ kind: 'refused' }, 503, ''],
  ] satisfies [InboundAnswer, number, string][])('answers %j with %d', async (given, status, body) => {
    world.answer = () => Promise.resolve(given)
    expect(await post(readForm('whatsapp-text'))).toMatchObject({ status, body })
  })

  it('asks Twilio to come again when the handler fails, and shows nothing of why', async () => {
    const error = new Error('disk is full')
    world.answer = () => Promise.reject(error)
    expect(await post(readForm('whatsapp-text'))).toMatchObject({ status: 503, body: '' })
    world.answer = () => {
      throw error
    }
    expect(await post(readForm('whatsapp-text'))).toMatchObject({ status: 503, body: '' })
    expect(world.events).toEqual(Array(2).fill({ event: 'webhook_failed', path: MESSAGES, error }))
  })

  it('hands the same sid over each time it comes', async () => {
    await post(readForm('whatsapp-text'))
    await post(readForm('whatsapp-text'))
    expect(world.handled.map(({ sid }) => sid)).toEqual(Array(2).fill('SM' + '1'.padStart(32, '0')))
  })

  it.each(['whatsapp-button', 'whatsapp-media', 'sms-text', 'sms-stop', 'whatsapp-user-id-only'])(
    'accepts %s with its empty and unknown parameters',
    async (name) => {
      expect(await post({ ...readForm(name), NewIn2027: '' })).toMatchObject({ status: 200 })
    },
  )

  it('accepts an older token while it is replaced', async () => {
    expect(await post(readForm('whatsapp-text'), { token: OLD_TOKEN })).toMatchObject({ status: 200 })
  })

  it('signs the query string, too', async () => {
    const path = `${MESSAGES}?a=1&b=%20x`
    expect(await post(readForm('whatsapp-text'), { path })).toMatchObject({ status: 200 })
  })

  it.each<[string, Sent]>([
    ['another token', { token: 'guessed' }],
    ['no signature', { signature: '' }],
    ['a signature of another length', { signature: 'x' }],
    ['a changed body', { body: encodeForm({ ...readForm('whatsapp-text'), Body: 'stop' }) }],
    [
      'a dropped parameter',
      { body: encodeForm({ ...readForm('whatsapp-text') }).replace('&NumMedia=0', '') },
    ],
    ['malformed and unsigned', { body: 'A=%zz' }],
    ['JSON', { body: '{"Body":"x"}', contentType: 'application/json' }],
    ['nothing', { body: '' }],
  ])('refuses %s with 403 and nothing else', async (_what, sent) => {
    expect(await post(readForm('whatsapp-text'), sent)).toEqual({ status: 403, type: null, body: '' })
    expect(world.handled).toEqual([])
    expect(world.events).toEqual([
      { event: 'webhook_refused', path: MESSAGES, status: 403, reason: 'signature' },
    ])
  })

  it.each<[string, Record<string, string>, Sent]>([
    ['no sid', { ...readForm('whatsapp-text'), MessageSid: '' }, {}],
    ['another account', { ...readForm('whatsapp-text'), AccountSid: 'AC' + 'b'.repeat(32) }, {}],
    ['another content type', readForm('whatsapp-text'), { contentType: 'text/plain' }],
    ['broken percent-encoding', { Body: '%zz' }, { body: 'Body=%zz' }],
  ])('refuses a signed form with %s', async (_what, form, sent) => {
    expect(await post(form, sent)).toEqual({ status: 400, type: null, body: '' })
    expect(world.handled).toEqual([])
  })

  it('refuses a signed form that gives one name two values', async () => {
    const params = { ...readForm('whatsapp-text'), Body: ['haan', 'nahi'] }
    const signature = getExpectedTwilioSignature(TOKEN, PUBLIC_URL + MESSAGES, params)
    const body = `${encodeForm(readForm('whatsapp-text')).replace(/&Body=[^&]*/, '')}&Body=nahi&Body=haan`
    expect(await post({}, { signature, body })).toMatchObject({ status: 400 })
  })

  it.each([70_000, 400_000, 3_000_000])('refuses %d bytes', async (size) => {
    const form = { ...readForm('whatsapp-text'), Body: 'x'.repeat(size) }
    // A sender of more than a megabyte may find the connection closed before it has sent everything.
    const answer = await post(form).catch(() => ({ status: 413, body: '' }))
    expect(answer).toMatchObject({ status: 413, body: '' })
    expect(world.handled).toEqual([])
  })

  it('accepts the longest message there is', async () => {
    const form = { ...readForm('whatsapp-text'), Body: 'क'.repeat(4096) }
    expect(await post(form)).toMatchObject({ status: 200 })
  })

  it('answers a sender that is no person with nothing', async () => {
    expect(await post(readForm('sms-short-code'))).toMatchObject({ status: 200, body: EMPTY })
    expect(world.handled).toEqual([])
  })

  it('leaves other methods and paths to the app', async () => {
    expect((await fetch(world.url + MESSAGES)).status).toBe(404)
    expect((await fetch(world.url + '/webhooks/twilio', { method: 'POST' })).status).toBe(404)
  })
})

describe('an answer that Twilio did not wait for', () => {
  function postAndHangUp(afterHandling: Promise<void>): Promise<void> {
    const form = readForm('whatsapp-text')
    const body = encodeForm(form)
    return new Promise((resolve) => {
      const outgoing = httpRequest(world.url + MESSAGES, {
        method: 'POST',
        headers: {
          'Content-Type': FORM,
          'Content-Length': Buffer.byteLength(body),
          'X-Twilio-Signature': getExpectedTwilioSignature(TOKEN, PUBLIC_URL + MESSAGES, form),
        },
      })
      outgoing.on('error', () => undefined)
      outgoing.on('close', () => resolve())
      outgoing.end(body)
      void afterHandling.then(() => outgoing.destroy())
    })
  }

  async function hangUpOn(given: InboundAnswer): Promise<void> {
    let handling = (): void => undefined
    let answerNow = (): void => undefined
    const started = new Promise<void>((resolve) => (handling = resolve))
    const gone = new Promise<void>((resolve) => (answerNow = resolve))
    let answered: Promise<unknown> = Promise.resolve()
    world.answer = () => {
      handling()
      const answer = gone.then(() => given)
      answered = answer
      return answer
    }
    await postAndHangUp(started)
    // The server hears of the closed connection in a later turn of its loop.
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve))
    answerNow()
    await answered
    await new Promise((resolve) => setImmediate(resolve))
  }

  it('is reported as lost when it held replies', async () => {
    await hangUpOn({ kind: 'twiml', replies: ['ठीक है'] })
    expect(world.lost).toEqual(['SM' + '1'.padStart(32, '0')])
  })

  it('is no loss when it held none', async () => {
    await hangUpOn({ kind: 'later' })
    expect(world.lost).toEqual([])
    expect(world.events).toEqual([])
  })

  it('is not suspected when all was written', async () => {
    await post(readForm('whatsapp-text'))
    expect(world.lost).toEqual([])
  })
})

describe('the status webhook', () => {
  const sid = 'SM' + '9'.repeat(32)
  const addresses = { channel: 'whatsapp', from: '+14155238886', to: 'IN.4566546130240823' }
  const word = (status: string): Record<string, string> => ({
    MessageSid: sid,
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    AccountSid: ACCOUNT,
    From: 'whatsapp:+14155238886',
    To: 'whatsapp:IN.4566546130240823',
    ApiVersion: '2010-04-01',
  })

  it.each([
    ['sent', 'sent'],
    ['read', 'read'],
    ['accepted', 'queued'],
    ['partially_delivered', 'delivered'],
    ['canceled', 'canceled'],
  ])('passes %s on as %s, with our own id', async (status, as) => {
    const path = `${STATUS}?mid=out%3A1`
    expect(await post(word(status), { path })).toMatchObject({ status: 204 })
    expect(world.words).toEqual([{ ...addresses, sid, status: as, outboxId: 'out:1' }])
  })

  it.each([
    ['63016', 'other_template'],
    ['21610', 'opted_out'],
    ['63033', 'opted_out'],
  ] as const)('passes error %s on, with what follows from it: %s', async (code, kind) => {
    await post({ ...word('undelivered'), ErrorCode: code, ErrorMessage: 'Failed' }, { path: STATUS })
    expect(world.words).toEqual([{ ...addresses, sid, status: 'undelivered', code, error: { kind, code } }])
  })

  it.each(['received', 'invented', 'constructor'])('acknowledges %s without acting', async (status) => {
    expect(await post(word(status), { path: STATUS })).toMatchObject({ status: 204 })
    expect(world.words).toEqual([])
  })

  it('refuses a word about nothing', async () => {
    expect(await post({ ...word('sent'), MessageSid: '' }, { path: STATUS })).toMatchObject({ status: 400 })
  })

  it('refuses the unsigned', async () => {
    expect(await post(word('sent'), { path: STATUS, token: 'guessed' })).toMatchObject({ status: 403 })
  })

  it('asks Twilio to come again when the word could not be kept', async () => {
    world.onStatus = () => Promise.reject(new Error('down'))
    expect(await post(word('sent'), { path: STATUS })).toMatchObject({ status: 503, body: '' })
  })
})
