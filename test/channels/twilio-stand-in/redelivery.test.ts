import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'
import type { PostResult } from '../../../src/channels/twilio-stand-in/post'
import type { StandInPhone } from '../../../src/channels/twilio-stand-in/stand-in'
import {
  httpStatus,
  PERSON,
  standInWorld,
  TOKEN,
  twiml,
  WEBHOOK,
  type StandInWorld,
} from '../support/stand-in-world'

const RETRYING = `${WEBHOOK}#rc=2&rp=ct,rt,5xx&rt=4500`
const FALLBACK = 'https://bot.example.in/webhooks/twilio/messages?fallback=1'
const REFUSED: PostResult = { kind: 'connect_failed' }

let world: StandInWorld
let phone: StandInPhone

function start(webhookUrl: string, fallbackUrl?: string): void {
  world = standInWorld({ webhookUrl, ...(fallbackUrl !== undefined && { fallbackUrl }) })
  phone = world.standIn.phone({ channel: 'whatsapp', number: PERSON })
}

/** The app gives these answers in turn, the last one for ever. */
function answers(...results: readonly PostResult[]): void {
  let next = 0
  world.app = () => results[Math.min(next++, results.length - 1)] as PostResult
}

const texts = (): string[] => phone.inbox.map(({ text }) => text)

beforeEach(() => start(RETRYING))

describe("Twilio's delivery of a message", () => {
  it('is signed over the address without its fragment', async () => {
    await phone.send('खून चाहिए')
    const [post] = world.posted
    expect(post?.url).toBe(WEBHOOK)
    expect(post?.headers['X-Twilio-Signature']).toBe(
      getExpectedTwilioSignature(TOKEN, WEBHOOK, post?.form ?? {}),
    )
  })

  it('puts the answer on the phone, message by message', async () => {
    answers(twiml('एक &amp; दो', 'तीन'))
    const { sid, answered } = await phone.send('खून चाहिए')
    expect(answered).toBe(true)
    expect(phone.inbox).toEqual([
      expect.objectContaining({ text: 'एक & दो', via: 'twiml', inReplyTo: sid }),
      expect.objectContaining({ text: 'तीन' }),
    ])
    expect(world.standIn.messages.map(({ direction }) => direction)).toEqual([
      'inbound',
      'outbound-reply',
      'outbound-reply',
    ])
  })

  it.each([
    ['a failed connection', REFUSED],
    ['a broken connection', { kind: 'broken' } as const],
    ['a failing server', httpStatus(503)],
  ])('is repeated after %s, with the same sid and token', async (_what, failure) => {
    answers(failure, failure, twiml('ok'))
    const { attempts, answered } = await phone.send('खून चाहिए')
    expect([attempts.length, answered]).toEqual([3, true])
    expect(new Set(world.posted.map(({ form }) => form.MessageSid)).size).toBe(1)
    expect(new Set(world.posted.map(({ headers }) => headers['I-Twilio-Idempotency-Token'])).size).toBe(1)
    expect(texts()).toEqual(['ok'])
  })

  it('ends after the retries, and the debugger tells', async () => {
    answers(httpStatus(500))
    const { sid, attempts, answered } = await phone.send('खून चाहिए')
    expect([attempts.length, answered]).toEqual([3, false])
    expect(world.standIn.warnings).toEqual([{ code: 11200, sid }])
  })

  it('is not repeated when we refuse it', async () => {
    answers(httpStatus(403))
    expect((await phone.send('x')).attempts).toHaveLength(1)
  })

  it('is repeated once, after a failed connection only, when the address has no fragment', async () => {
    start(WEBHOOK)
    answers(REFUSED)
    expect((await phone.send('x')).attempts).toHaveLength(2)
    answers(httpStatus(500))
    expect((await phone.send('x')).attempts).toHaveLength(1)
  })

  it('is repeated when the app is too slow, and the late answer counts for nothing', async () => {
    let finish: (result: PostResult) => void = () => undefined
    let calls = 0
    world.app = () => (calls++ === 0 ? new Promise((resolve) => (finish = resolve)) : twiml('second'))
    const delivery = phone.send('x')
    await world.clock.advance(4_499)
    expect(calls).toBe(1)
    await world.clock.advance(1)
    expect((await delivery).attempts.map(({ outcome }) => outcome)).toEqual(['timed_out', 'answered'])
    finish(twiml('first'))
    await world.standIn.settled()
    expect(texts()).toEqual(['second'])
  })

  it('gives up retrying when its total time is over', async () => {
    start(`${WEBHOOK}#rc=5&rp=rt&rt=4500&tt=9000`)
    world.app = () => new Promise(() => undefined)
    const delivery = phone.send('x')
    await world.clock.advance(60_000)
    expect((await delivery).attempts).toHaveLength(2)
  })

  it('falls back to the second address, which hears why', async () => {
    start(WEBHOOK, FALLBACK)
    answers(httpStatus(500), twiml('from the fallback'))
    await phone.send('x')
    expect(world.posted.map(({ url }) => url)).toEqual([WEBHOOK, FALLBACK])
    expect(world.posted[1]?.form).toMatchObject({ ErrorCode: '11200', ErrorUrl: WEBHOOK })
    expect(world.posted[1]?.form.MessageSid).toBe(world.posted[0]?.form.MessageSid)
    expect(texts()).toEqual(['from the fallback'])
  })

  it.each<[string, PostResult, number]>([
    ['not XML', { kind: 'answer', status: 200, contentType: 'text/xml', body: '<Response>' }, 12100],
    [
      'another verb',
      { kind: 'answer', status: 200, contentType: 'text/xml', body: '<Response><Dial/></Response>' },
      12200,
    ],
    ['a bare ampersand', twiml('a & b'), 12100],
    ['JSON', { kind: 'answer', status: 200, contentType: 'application/json', body: '{}' }, 12300],
  ])('finds %s unusable', async (_what, result, code) => {
    answers(result)
    const { sid, attempts, answered } = await phone.send('x')
    expect([attempts.map(({ outcome }) => outcome), answered]).toEqual([['unusable'], false])
    expect(world.standIn.warnings[0]).toEqual({ code, sid })
    expect(texts()).toEqual([])
  })

  it('takes an empty answer for an answer', async () => {
    answers({
      kind: 'answer',
      status: 200,
      contentType: 'text/xml',
      body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
    })
    expect(await phone.send('x')).toMatchObject({ answered: true })
    answers(httpStatus(204))
    expect(await phone.send('x')).toMatchObject({ answered: true })
    expect(texts()).toEqual([])
  })

  it('drops messages beyond the tenth and beyond 1,600 characters', async () => {
    answers(twiml(...Array.from({ length: 11 }, (_, i) => (i === 0 ? 'x'.repeat(1601) : `${i}`))))
    const { sid } = await phone.send('x')
    expect(texts()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(world.standIn.warnings).toEqual([
      { code: 14109, sid },
      { code: 21617, sid },
    ])
  })
})

describe('faults of the delivery', () => {
  it('refuses before the app hears of it', async () => {
    world.standIn.faults.onWebhook({ kind: 'refuse' }, 2)
    const { attempts } = await phone.send('x')
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['connect_failed', 'connect_failed', 'answered'])
    expect(world.posted).toHaveLength(1)
  })

  it.each(['drop_answer', 'hang_up'] as const)('%s: the app acts, and Twilio asks again', async (kind) => {
    world.standIn.faults.onWebhook({ kind })
    let calls = 0
    world.app = () => twiml(`answer ${++calls}`)
    await phone.send('x')
    expect(texts()).toEqual(['answer 2'])
    expect(world.posted.map(({ hangUp }) => hangUp)).toEqual([kind === 'hang_up', false])
  })

  it.each(['repeat', 'twice'] as const)('%s: one complete answer is accepted', async (kind) => {
    world.standIn.faults.onWebhook({ kind })
    let calls = 0
    world.app = () => twiml(`answer ${++calls}`)
    await phone.send('x')
    expect(calls).toBe(2)
    expect(texts()).toEqual(['answer 1'])
  })

  it('twice: both are under way at the same moment', async () => {
    world.standIn.faults.onWebhook({ kind: 'twice' })
    let under = 0
    let most = 0
    world.app = async () => {
      most = Math.max(most, ++under)
      await Promise.resolve()
      under--
      return twiml('ok')
    }
    await phone.send('x')
    expect(most).toBe(2)
  })

  it('delays', async () => {
    world.standIn.faults.onWebhook({ kind: 'delay', ms: 2_000 })
    const delivery = phone.send('x')
    await world.standIn.settled()
    expect(world.posted).toEqual([])
    await world.clock.advance(2_000)
    expect(await delivery).toMatchObject({ answered: true })
  })

  it('delivers an old message again on demand, and accepts no second answer', async () => {
    const { sid } = await phone.send('x')
    answers(twiml('again'))
    await phone.redeliver(sid)
    expect(world.posted[1]?.form).toEqual(world.posted[0]?.form)
    expect(texts()).toEqual(['ok'])
  })
})

describe('what a phone sends', () => {
  it('shows a person with a hidden number by user id', async () => {
    await world.standIn.phone({ channel: 'whatsapp', whatsappUserId: 'IN.123' }).send('x')
    expect(world.posted[0]?.form).toMatchObject({
      From: 'whatsapp:IN.123',
      ExternalUserId: 'whatsapp:IN.123',
    })
    expect(world.posted[0]?.form).not.toHaveProperty('WaId')
  })

  it('is the same phone by number and by user id', async () => {
    const both = world.standIn.phone({ channel: 'whatsapp', number: PERSON, whatsappUserId: 'IN.123' })
    await both.send('x')
    expect(world.posted[0]?.form).toMatchObject({
      From: `whatsapp:${PERSON}`,
      WaId: PERSON.slice(1),
      ExternalUserId: 'whatsapp:IN.123',
    })
    expect(world.standIn.phone({ channel: 'whatsapp', whatsappUserId: 'IN.123' }).inbox).toBe(both.inbox)
  })

  it.each([
    [
      { tap: { id: 'y', title: 'हाँ' } },
      { ButtonPayload: 'y', ButtonText: 'हाँ', Body: 'हाँ', MessageType: 'interactive' },
    ],
    [{ tap: { id: 'y', title: 'हाँ', kind: 'list' as const } }, { ListId: 'y', ListTitle: 'हाँ' }],
    [{ location: { latitude: 26.4, longitude: 80.2 } }, { Latitude: '26.4', Longitude: '80.2' }],
    [{ quotedSid: 'SM9' }, { OriginalRepliedMessageSid: 'SM9' }],
    [{ forwarded: true }, { Forwarded: 'true' }],
  ])('carries %j', async (extras, fields) => {
    await phone.send('', extras)
    expect(world.posted[0]?.form).toMatchObject(fields)
  })

  it('is the same with the same seed', async () => {
    const { sid } = await phone.send('x')
    start(RETRYING)
    expect((await phone.send('x')).sid).toBe(sid)
  })
})
