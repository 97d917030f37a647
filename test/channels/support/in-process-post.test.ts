import type { InboundAnswer } from '../../../src/messaging/inbound-handler'
import type { StatusWord } from '../../../src/messaging/status-word'
import { inProcessPost, type InProcessApp } from './in-process-post'
import { MESSAGES, PERSON, standInWorld, TOKEN, WEBHOOK, WHATSAPP } from './stand-in-world'

describe('inProcessPost', () => {
  let running: InProcessApp | undefined
  let answer: () => Promise<InboundAnswer>
  let lost: string[]
  let words: StatusWord[]

  function start() {
    lost = []
    words = []
    answer = () => Promise.resolve({ kind: 'twiml', replies: ['ठीक & सही'] })
    const world = standInWorld({
      webhookUrl: `${WEBHOOK}#rc=2&rp=ct,rt,5xx&rt=4500`,
      post: inProcessPost(() => running),
    })
    running = {
      authToken: TOKEN,
      clock: world.clock,
      inbound: { handle: () => answer(), lost: (sid) => lost.push(sid) },
      status: {
        handle: (word) => {
          words.push(word)
          return Promise.resolve()
        },
      },
    }
    return { world, phone: world.standIn.phone({ channel: 'whatsapp', number: PERSON }) }
  }

  it('carries messages, answers and statuses', async () => {
    const { world, phone } = start()
    expect(await phone.send('x')).toMatchObject({ answered: true })
    expect(phone.inbox.map(({ text }) => text)).toEqual(['ठीक & सही'])
    const StatusCallback = WEBHOOK.replace('messages', 'status?mid=1')
    await world.ask('post', MESSAGES, {
      form: { To: `whatsapp:${PERSON}`, From: `whatsapp:${WHATSAPP}`, Body: 'y', StatusCallback },
    })
    await world.standIn.settled()
    expect(words.map(({ outboxId, status }) => `${outboxId} ${status}`)).toEqual([
      '1 sent',
      '1 delivered',
      '1 read',
    ])
  })

  it.each([
    [{ kind: 'later' }, true],
    [{ kind: 'refused' }, false],
  ] satisfies [InboundAnswer, boolean][])('gives %j to Twilio', async (given, answered) => {
    const { phone } = start()
    answer = () => Promise.resolve(given)
    expect(await phone.send('x')).toMatchObject({ answered })
    expect(phone.inbox).toEqual([])
  })

  it('breaks the connection when the handler crashes, and fails it while nobody runs', async () => {
    const { phone } = start()
    answer = () => Promise.reject(new Error('crash'))
    expect((await phone.send('x')).attempts.map(({ outcome }) => outcome)).toEqual(Array(3).fill('broken'))
    running = undefined
    expect((await phone.send('x')).attempts[0]).toMatchObject({ outcome: 'connect_failed' })
  })

  it('tells the handler of an answer that was hung up on', async () => {
    const { world, phone } = start()
    world.standIn.faults.onWebhook({ kind: 'hang_up' })
    const { sid } = await phone.send('x')
    expect(lost).toEqual([sid])
  })

  it('lets nothing through that is signed otherwise', async () => {
    const { phone } = start()
    running = running && { ...running, authToken: 'other' }
    expect((await phone.send('x')).attempts).toMatchObject([{ outcome: 'http_error', status: 403 }])
  })
})
