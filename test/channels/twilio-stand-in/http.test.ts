import express from 'express'
import { systemClock } from '../../../src/base/clock'
import { createStandIn, type StandIn } from '../../../src/channels/twilio-stand-in/stand-in'
import { twilioRestClient } from '../../../src/channels/twilio/rest-client'
import { twilioSender } from '../../../src/channels/twilio/sender'
import type { StatusWord } from '../../../src/messaging/status-word'
import { MESSAGES_PATH, twilioWebhooks } from '../../../src/channels/twilio/webhooks'
import type { InboundAnswer } from '../../../src/messaging/inbound-handler'
import { seededRandom } from '../support/seeded-random'
import { serve } from '../support/serve'

const ACCOUNT = 'AC' + 'a'.repeat(32)
const TOKEN = 'auth-token'
const PERSON = '+919876543210'
const WHATSAPP = '+14155238886'

/** The real app's routes and the real stand-in, with a network between them. */
describe('the stand-in over HTTP', () => {
  let standIn: StandIn
  let app: Awaited<ReturnType<typeof serve>>
  let api: { readonly url: string; readonly close: () => Promise<void> }
  let answer: () => Promise<InboundAnswer>
  let lost: string[]
  let words: StatusWord[]
  let refusals: number

  beforeEach(async () => {
    const routes = express()
    app = await serve((request, response) => void routes(request, response))
    answer = () => Promise.resolve({ kind: 'twiml', replies: ['कितनी <यूनिट>?'] })
    lost = []
    words = []
    refusals = 0
    routes.use(
      twilioWebhooks({
        publicUrl: app.url,
        authTokens: [TOKEN],
        accountSid: ACCOUNT,
        clock: systemClock,
        maskText: (text) => text,
        inbound: { handle: () => answer(), lost: (sid) => lost.push(sid) },
        status: {
          handle: async (word) => {
            if (refusals-- > 0) throw new Error('the database is away')
            words.push(word)
          },
        },
        log: () => undefined,
      }),
    )
    standIn = createStandIn({
      clock: systemClock,
      random: seededRandom(5),
      accountSid: ACCOUNT,
      authToken: TOKEN,
      senders: { whatsapp: WHATSAPP },
      webhookUrl: `${app.url}${MESSAGES_PATH}#rc=2&rp=ct,rt,5xx&rt=4500`,
    })
    api = await standIn.listen()
  })

  afterEach(async () => {
    await standIn.settled()
    await Promise.all([app.close(), api.close()])
  })

  const phone = () => standIn.phone({ channel: 'whatsapp', number: PERSON })

  it('carries a message to the app and the answer to the phone', async () => {
    expect(await phone().send('खून चाहिए & जल्दी')).toMatchObject({
      answered: true,
      attempts: [{ status: 200 }],
    })
    expect(phone().inbox.map(({ text }) => text)).toEqual(['कितनी <यूनिट>?'])
  })

  it('carries a message by REST to the phone and its status to the app', async () => {
    await phone().send('x')
    const client = twilioRestClient({
      accountSid: ACCOUNT,
      credentials: { username: ACCOUNT, password: TOKEN },
      apiBaseUrl: api.url,
    })
    const sender = twilioSender(client, { publicUrl: app.url })
    const sent = { outboxId: 'row/1', channel: 'whatsapp', from: WHATSAPP, to: PERSON, body: 'दो' } as const
    const outcome = await sender.send(sent)
    await standIn.settled()
    const sid = outcome.ok ? outcome.sid : ''
    const byRest = words.filter((word) => word.sid === sid)
    expect(byRest.map(({ status, outboxId }) => `${outboxId} ${status}`)).toEqual([
      'row/1 sent',
      'row/1 delivered',
      'row/1 read',
    ])
  })

  it('tells the app what became of its answer, again when the app could not take it', async () => {
    refusals = 1
    const { sid } = await phone().send('x')
    await standIn.settled()
    expect(words.map(({ status, outboxId, to }) => `${outboxId} ${to} ${status}`)).toEqual(
      ['sent', 'delivered', 'read'].map((status) => `${sid}:reply:0 ${PERSON} ${status}`),
    )
  })

  it('finds nobody where no app listens, and comes again', async () => {
    await app.close()
    const { attempts, answered } = await phone().send('x')
    expect([attempts.map(({ outcome }) => outcome), answered]).toEqual([
      ['connect_failed', 'connect_failed', 'connect_failed'],
      false,
    ])
  })

  it('comes again after a refusal', async () => {
    let calls = 0
    answer = () => Promise.resolve(++calls < 3 ? { kind: 'refused' } : { kind: 'twiml', replies: ['ok'] })
    expect(await phone().send('x')).toMatchObject({ answered: true })
    expect(phone().inbox.map(({ text }) => text)).toEqual(['ok'])
  })

  it('hangs up so that the app notices its loss, and comes again', async () => {
    standIn.faults.onWebhook({ kind: 'hang_up' })
    let release = (): void => undefined
    const given = new Promise<InboundAnswer>((resolve) => {
      release = () => resolve({ kind: 'twiml', replies: ['ok'] })
    })
    let calls = 0
    answer = () => {
      // The second try comes only after the first connection was closed.
      if (++calls === 2) release()
      return given
    }
    const { sid } = await phone().send('x')
    expect(calls).toBe(2)
    expect(lost).toEqual([sid])
    expect(phone().inbox.map(({ text }) => text)).toEqual(['ok'])
  })
})
