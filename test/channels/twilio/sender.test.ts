import { inspect } from 'node:util'
import { createStandIn, type StandIn } from '../../../src/channels/twilio-stand-in/stand-in'
import { twilioHistory } from '../../../src/channels/twilio/history'
import { twilioRestClient } from '../../../src/channels/twilio/rest-client'
import { twilioSender } from '../../../src/channels/twilio/sender'
import type { MessageHistory, Sender, SendOutcome, SendRequest } from '../../../src/messaging/sender'
import { manualClock, type ManualClock } from '../support/manual-clock'
import { seededRandom } from '../support/seeded-random'

const ACCOUNT = 'AC' + 'a'.repeat(32)
const TOKEN = 'the-auth-token-of-the-account'
const KEY = { sid: 'SK' + 'b'.repeat(32), secret: 'the-secret-of-the-key' }
const PERSON = '+919876543210'
const TEXT = 'सीमा के लिए खून'

const request: SendRequest = {
  outboxId: 'reply:SM1/0',
  channel: 'whatsapp',
  from: '+14155238886',
  to: PERSON,
  body: TEXT,
}

let clock: ManualClock
let standIn: StandIn
let sender: Sender
let history: MessageHistory
let callbacks: string[]
let url: string
let close: () => Promise<void>

function connect(timeoutMs: number, credentials = { username: KEY.sid, password: KEY.secret }): void {
  const client = twilioRestClient({ accountSid: ACCOUNT, credentials, apiBaseUrl: url, timeoutMs })
  sender = twilioSender(client, { publicUrl: 'https://bot.example.in/' })
  history = twilioHistory(client)
}

beforeEach(async () => {
  clock = manualClock()
  callbacks = []
  standIn = createStandIn({
    clock,
    random: seededRandom(1),
    accountSid: ACCOUNT,
    authToken: TOKEN,
    apiKey: KEY,
    senders: { whatsapp: '+14155238886', sms: '+14155550100' },
    webhookUrl: 'https://bot.example.in/webhooks/twilio/messages',
    getMedia: () =>
      Promise.resolve({ status: 200, contentType: 'application/pdf', bytes: Buffer.from('%PDF-') }),
    post: ({ url: asked, body }) => {
      const status = new URLSearchParams(body).get('MessageStatus')
      if (status !== null) callbacks.push(`${asked} ${status}`)
      return Promise.resolve({ kind: 'answer', status: 204, contentType: '', body: '' })
    },
  })
  ;({ url, close } = await standIn.listen())
  connect(5_000)
  await standIn.phone({ channel: 'whatsapp', number: PERSON }).send('नमस्ते')
})

afterEach(() => close())

describe('twilioSender', () => {
  it('sends, and has the status called back under our own id', async () => {
    const outcome = await sender.send(request)
    await standIn.settled()
    const [received] = standIn.phone({ channel: 'whatsapp', number: PERSON }).inbox
    expect(received).toMatchObject({ text: TEXT, via: 'api' })
    expect(outcome).toEqual({ ok: true, sid: received?.sid })
    const callback = 'https://bot.example.in/webhooks/twilio/status?mid=reply%3ASM1%2F0'
    expect(callbacks).toEqual(['sent', 'delivered', 'read'].map((status) => `${callback} ${status}`))
  })

  it('sends by SMS, and to a person without a visible number', async () => {
    expect(await sender.send({ ...request, channel: 'sms', from: '+14155550100' })).toMatchObject({
      ok: true,
    })
    expect(await sender.send({ ...request, to: 'IN.123' })).toMatchObject({ ok: true })
    expect(standIn.messages.map(({ to }) => to)).toEqual(['whatsapp:+14155238886', PERSON, 'whatsapp:IN.123'])
  })

  it('sends media', async () => {
    await sender.send({ ...request, mediaUrl: 'https://bot.example.in/files/1.pdf' })
    await standIn.settled()
    expect(standIn.phone({ channel: 'whatsapp', number: PERSON }).inbox[0]?.mediaUrls).toEqual([
      'https://bot.example.in/files/1.pdf',
    ])
  })

  const failures: readonly [what: string, arrange: () => void, error: object][] = [
    [
      'too many requests',
      () => standIn.faults.onApi({ kind: 'error', status: 429, code: 20429 }),
      { kind: 'later', code: '20429', retryAfterMs: 5_000 },
    ],
    [
      'a refusal without a code',
      () => standIn.faults.onApi({ kind: 'error', status: 429 }),
      { kind: 'later', code: 'http_429', retryAfterMs: 5_000 },
    ],
    [
      "a proxy's error page",
      () => standIn.faults.onApi({ kind: 'error', status: 502 }),
      { kind: 'unknown', code: 'http_502' },
    ],
    [
      'a failing API',
      () => standIn.faults.onApi({ kind: 'error', status: 500, code: 20500 }),
      { kind: 'unknown', code: '20500' },
    ],
    [
      'a reset connection',
      () => standIn.faults.onApi({ kind: 'reset', accepted: false }),
      { kind: 'unknown', code: 'ECONNRESET' },
    ],
    [
      'a connection reset after acceptance',
      () => standIn.faults.onApi({ kind: 'reset', accepted: true }),
      { kind: 'unknown', code: 'ECONNRESET' },
    ],
    [
      'no answer in time',
      () => {
        connect(50)
        standIn.faults.onApi({ kind: 'hang', accepted: true })
      },
      { kind: 'unknown', code: 'timeout' },
    ],
    [
      'wrong credentials',
      () => connect(5_000, { username: ACCOUNT, password: 'a-wrong-token' }),
      { kind: 'configuration', code: '20003' },
    ],
  ]
  it.each(failures)('says what follows from %s, and nothing else', async (_what, arrange, error) => {
    arrange()
    const outcome = await sender.send(request)
    expect(outcome).toEqual({ ok: false, error })
    expectNoLeak(outcome)
  })

  const refusals: readonly [what: string, request: SendRequest, error: object][] = [
    ['a bad number', { ...request, to: 'somebody' }, { kind: 'unreachable', code: '21211' }],
    ['a foreign sender', { ...request, from: '+15005550006' }, { kind: 'configuration', code: '63007' }],
    ['a text too long', { ...request, body: 'x'.repeat(1601) }, { kind: 'our_mistake', code: '21617' }],
    ['an empty text', { ...request, body: ' ' }, { kind: 'our_mistake', code: '21602' }],
  ]
  it.each(refusals)('says what follows from %s', async (_what, asked, error) => {
    const outcome = await sender.send(asked)
    expect(outcome).toEqual({ ok: false, error })
    expectNoLeak(outcome)
  })

  it('tries later when there is no connection at all', async () => {
    await close()
    const outcome = await sender.send(request)
    expect(outcome).toEqual({
      ok: false,
      error: { kind: 'later', code: 'ECONNREFUSED', retryAfterMs: 30_000 },
    })
    expectNoLeak(outcome)
  })

  it('prints nothing, whatever the environment says about the client', async () => {
    const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined)
    process.env.TWILIO_LOG_LEVEL = 'debug'
    connect(5_000)
    await sender.send(request)
    delete process.env.TWILIO_LOG_LEVEL
    expect(printed).not.toHaveBeenCalled()
    printed.mockRestore()
  })

  function expectNoLeak(outcome: SendOutcome): void {
    const shown = JSON.stringify(outcome) + inspect(outcome, { depth: 9, showHidden: true })
    const basic = Buffer.from(`${KEY.sid}:${KEY.secret}`).toString('base64')
    for (const secret of [TOKEN, KEY.secret, basic, 'Basic', PERSON.slice(1), TEXT, 'somebody']) {
      expect(shown).not.toContain(secret)
    }
  }
})

describe('twilioHistory', () => {
  it('lists both directions, oldest first', async () => {
    const start = clock.now()
    await sender.send(request)
    await clock.advance(2_000)
    await standIn.phone({ channel: 'sms', number: PERSON }).send('khoon')
    expect(await history.since(start)).toEqual([
      {
        sid: standIn.messages[0]?.sid,
        direction: 'inbound',
        channel: 'whatsapp',
        from: PERSON,
        to: '+14155238886',
        body: 'नमस्ते',
        media: 0,
        createdAt: start,
      },
      expect.objectContaining({ direction: 'outbound_api', from: '+14155238886', to: PERSON, body: TEXT }),
      expect.objectContaining({ direction: 'inbound', channel: 'sms', createdAt: start + 2_000 }),
    ])
  })

  it('leaves out what is older, to the second', async () => {
    await clock.advance(1_500)
    await sender.send(request)
    expect(await history.since(clock.now())).toHaveLength(1)
  })

  it('reads page after page', async () => {
    const phone = standIn.phone({ channel: 'sms', number: PERSON })
    for (let i = 0; i < 1_205; i++) void phone.send(`message ${i}`)
    await standIn.settled()
    const listed = await history.since(clock.now())
    expect(listed.map(({ body }) => body).slice(1)).toEqual(
      Array.from({ length: 1_205 }, (_, i) => `message ${i}`),
    )
  })

  it('throws without the credentials when it cannot ask', async () => {
    standIn.faults.onApi({ kind: 'reset', accepted: false }, { target: 'list' })
    const error: unknown = await history.since(0).catch((thrown: unknown) => thrown)
    expect(error).toEqual(new Error("Twilio's list of messages could not be read: ECONNRESET"))
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('Basic')
  })
})
