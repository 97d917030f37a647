import { DAY, HOUR, MINUTE } from '../../../src/base/clock'
import type { GotMedia } from '../../../src/channels/twilio-stand-in/fetch-media'
import {
  ACCOUNT,
  MESSAGES,
  PERSON,
  SMS,
  standInWorld,
  WHATSAPP,
  type StandInWorld,
} from '../support/stand-in-world'

const TO = `whatsapp:${PERSON}`
const FROM = `whatsapp:${WHATSAPP}`
const SERVICE = 'MG' + 'c'.repeat(32)
const CALLBACK = 'https://bot.example.in/webhooks/twilio/status?mid=1'
const CONTENTS = '/v1/Content'
const message = (sid: string | undefined): string => MESSAGES.replace('.json', `/${sid}.json`)

let world: StandInWorld
let media: GotMedia
let fetched: string[]

beforeEach(async () => {
  media = { status: 200, contentType: 'application/pdf', bytes: Buffer.from('%PDF-') }
  fetched = []
  const getMedia = (url: string): Promise<GotMedia> => {
    fetched.push(url)
    return media.status === 0 ? Promise.reject(new Error('nobody is there')) : Promise.resolve(media)
  }
  world = standInWorld({ getMedia })
  world.app = () => ({ kind: 'answer', status: 204, contentType: '', body: '' })
  await world.standIn.phone({ channel: 'whatsapp', number: PERSON }).send('x')
})

const create = (form: Readonly<Record<string, string | readonly string[]>>) =>
  world.ask('post', MESSAGES, { form })
const inbox = (channel: 'whatsapp' | 'sms' = 'whatsapp') =>
  world.standIn.phone({ channel, number: PERSON }).inbox

async function createText(types: unknown, language = 'hi'): Promise<string> {
  const { status, json } = await world.ask('post', CONTENTS, {
    json: { friendly_name: 't', language, variables: { 1: 'राम' }, types },
  })
  if (status !== 201) throw new Error(JSON.stringify(json))
  return json.sid ?? ''
}

describe('sending', () => {
  it('takes a message as queued and shows it as what became of it', async () => {
    const { status, json } = await create({ To: TO, From: FROM, Body: 'नमस्ते' })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      status: 'queued',
      date_sent: null,
      direction: 'outbound-api',
      to: TO,
      from: FROM,
    })
    await world.standIn.settled()
    expect((await world.ask('get', message(json.sid))).json).toMatchObject({ status: 'read', body: 'नमस्ते' })
    expect(inbox()).toMatchObject([{ text: 'नमस्ते', sid: json.sid, via: 'api' }])
  })

  it('may leave the sender to a messaging service', async () => {
    const { json } = await create({ To: TO, MessagingServiceSid: SERVICE, Body: 'x' })
    expect(json).toMatchObject({ status: 'accepted', from: FROM, messaging_service_sid: SERVICE })
  })

  const wrong: readonly [what: string, form: Record<string, string | readonly string[]>, code: number][] = [
    ['nobody to send to', { From: FROM, Body: 'x' }, 21604],
    ['a number that is none', { To: 'whatsapp:98765', From: FROM, Body: 'x' }, 21211],
    ['no sender', { To: TO, Body: 'x' }, 21603],
    ["another's sender", { To: TO, From: 'whatsapp:+15005550006', Body: 'x' }, 63007],
    ["another's SMS sender", { To: PERSON, From: '+15005550006', Body: 'x' }, 21606],
    ['two channels', { To: PERSON, From: FROM, Body: 'x' }, 21910],
    ['an unknown service', { To: TO, MessagingServiceSid: 'MG' + 'd'.repeat(32), Body: 'x' }, 21701],
    ['a service that is none', { To: TO, MessagingServiceSid: 'MG1', Body: 'x' }, 21701],
    ['nothing to say', { To: TO, From: FROM }, 21602],
    ['blanks', { To: TO, From: FROM, Body: ' \n' }, 21602],
    ['1,601 characters', { To: TO, From: FROM, Body: 'x'.repeat(1601) }, 21617],
    ['an invented parameter', { To: TO, From: FROM, Body: 'x', Interactive: '{}' }, 20001],
    ['a misspelt parameter', { To: TO, From: FROM, body: 'x' }, 20001],
    ['one parameter twice', { To: TO, From: FROM, Body: ['x', 'y'] }, 20001],
    ['a word outside its list', { To: TO, From: FROM, Body: 'x', RiskCheck: 'maybe' }, 20001],
    ['a number that is a word', { To: TO, From: FROM, Body: 'x', ValidityPeriod: 'long' }, 20001],
    ['too long a validity', { To: TO, From: FROM, Body: 'x', ValidityPeriod: '36001' }, 20001],
    [
      'a host with an underscore',
      { To: TO, From: FROM, Body: 'x', StatusCallback: 'https://a_b.in/' },
      21609,
    ],
    ['media that are no address', { To: TO, From: FROM, MediaUrl: 'photo.jpg' }, 21620],
    ['eleven media', { To: TO, From: FROM, MediaUrl: Array<string>(11).fill('https://a.in/') }, 21623],
    ['variables without content', { To: TO, From: FROM, Body: 'x', ContentVariables: '{}' }, 21654],
    ['content that is none', { To: TO, From: FROM, ContentSid: 'HX1' }, 21655],
    ['unknown content', { To: TO, From: FROM, ContentSid: 'HX' + '0'.repeat(32) }, 21655],
    ['a schedule without a service', { To: TO, From: FROM, Body: 'x', ScheduleType: 'fixed' }, 35118],
  ]
  it.each(wrong)('refuses %s', async (_what, form, code) => {
    const { status, json } = await create(form)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(json).toMatchObject({ code, status, more_info: `https://www.twilio.com/docs/errors/${code}` })
    expect(inbox()).toEqual([])
  })

  it('takes ten media and one body', async () => {
    const { json } = await create({
      To: TO,
      From: FROM,
      Body: 'x',
      MediaUrl: ['https://a.in/1', 'https://a.in/2'],
    })
    expect(json).toMatchObject({ num_media: '2' })
    const media = await world.ask('get', MESSAGES.replace('.json', `/${json.sid}/Media.json`))
    expect(media.json.media_list).toHaveLength(2)
  })

  it('wants credentials, and its own account', async () => {
    expect(await world.ask('get', MESSAGES, { password: 'guessed' })).toMatchObject({
      status: 401,
      json: { code: 20003 },
    })
    const other = MESSAGES.replace(ACCOUNT, 'AC' + 'e'.repeat(32))
    expect(await world.ask('get', other)).toMatchObject({ status: 404, json: { code: 20404 } })
    expect(await world.ask('get', '/2010-04-01/Accounts.json')).toMatchObject({ status: 404 })
  })
})

describe('time', () => {
  it('lets free text through within 24 hours of the last message, and no longer', async () => {
    await world.clock.advance(DAY - 1)
    await create({ To: TO, From: FROM, Body: 'in time' })
    await world.clock.advance(1)
    const { status, json } = await create({ To: TO, From: FROM, Body: 'too late', StatusCallback: CALLBACK })
    await world.standIn.settled()
    expect(status).toBe(201)
    expect(inbox().map(({ text }) => text)).toEqual(['in time'])
    expect(world.callbacks.map(({ form }) => [form.MessageStatus, form.ErrorCode])).toEqual([
      ['undelivered', '63016'],
    ])
    expect((await world.ask('get', message(json.sid))).json).toMatchObject({
      status: 'undelivered',
      error_code: 63016,
    })
  })

  it('sends a scheduled message at its time', async () => {
    const SendAt = new Date(world.clock.now() + HOUR).toISOString()
    const { json } = await create({
      To: TO,
      MessagingServiceSid: SERVICE,
      Body: 'x',
      ScheduleType: 'fixed',
      SendAt,
    })
    expect(json).toMatchObject({ status: 'scheduled' })
    await world.clock.advance(HOUR - 1)
    expect(inbox()).toEqual([])
    await world.clock.advance(1)
    await world.standIn.settled()
    expect(inbox()).toHaveLength(1)
  })

  it('does not send what was canceled', async () => {
    const SendAt = new Date(world.clock.now() + HOUR).toISOString()
    const { json } = await create({
      To: TO,
      MessagingServiceSid: SERVICE,
      Body: 'x',
      ScheduleType: 'fixed',
      SendAt,
    })
    const canceled = await world.ask('post', message(json.sid), { form: { Status: 'canceled' } })
    expect(canceled.json).toMatchObject({ status: 'canceled' })
    await world.clock.advance(DAY)
    expect(inbox()).toEqual([])
  })

  it('schedules no sooner than in 15 minutes', async () => {
    const SendAt = new Date(world.clock.now() + 14 * MINUTE).toISOString()
    const form = { To: TO, MessagingServiceSid: SERVICE, Body: 'x', ScheduleType: 'fixed', SendAt }
    expect((await create(form)).json.code).toBe(35114)
  })
})

describe('the list', () => {
  const bodies = async (query: Readonly<Record<string, string>> = {}): Promise<unknown[]> => {
    const { json } = await world.ask('get', MESSAGES, { query })
    return (json.messages as { body: string }[]).map(({ body }) => body)
  }

  it('has the newest first, inbound and outbound', async () => {
    await world.clock.advance(1_000)
    await create({ To: TO, From: FROM, Body: 'answer' })
    expect(await bodies()).toEqual(['answer', 'x'])
  })

  it('filters by address and time', async () => {
    const since = (ms: number): string => new Date(world.clock.now() + ms).toISOString().replace(/\.\d+/, '')
    await world.clock.advance(5_000)
    await create({ To: TO, From: FROM, Body: 'answer' })
    expect(await bodies({ To: TO })).toEqual(['answer'])
    expect(await bodies({ From: TO })).toEqual(['x'])
    expect(await bodies({ 'DateSent>': since(-4_000) })).toEqual(['answer'])
    expect(await bodies({ 'DateSent>': since(-5_000) })).toEqual(['answer', 'x'])
    expect(await bodies({ 'DateSent<': since(-5_000) })).toEqual(['x'])
    expect(await bodies({ DateSent: since(0).slice(0, 10) })).toEqual(['answer', 'x'])
  })

  it('hides from a filter by time what was not sent yet', async () => {
    world.standIn.behave({ deliveryMs: 3_000 })
    await create({ To: TO, From: FROM, Body: 'waiting' })
    expect(await bodies()).toEqual(['waiting', 'x'])
    expect(await bodies({ 'DateSent>': '2020-01-01T00:00:00Z' })).toEqual(['x'])
  })

  it('moves nothing on a later page when newer messages arrive', async () => {
    for (const Body of ['1', '2', '3']) await create({ To: TO, From: FROM, Body })
    const first = await world.ask('get', MESSAGES, { query: { PageSize: '2' } })
    await create({ To: TO, From: FROM, Body: 'newer' })
    const second = await world.ask('get', first.json.next_page_uri as string)
    const bodiesOf = ({ json }: { json: Record<string, unknown> }) =>
      (json.messages as { body: string }[]).map(({ body }) => body)
    expect([bodiesOf(first), bodiesOf(second)]).toEqual([
      ['3', '2'],
      ['1', 'x'],
    ])
    expect(second.json.next_page_uri).toBeNull()
  })

  it.each([
    { PageSize: '0' },
    { PageSize: '1001' },
    { DateSentAfter: '2026-01-01' },
    { 'DateSent>': 'yesterday' },
  ])('refuses %j', async (query) => {
    expect(await world.ask('get', MESSAGES, { query })).toMatchObject({ status: 400, json: { code: 20001 } })
  })
})

describe('one message', () => {
  it('can be emptied and deleted once it is finished', async () => {
    const { json } = await create({ To: TO, From: FROM, Body: 'secret' })
    expect((await world.ask('post', message(json.sid), { form: { Body: 'other' } })).json.code).toBe(20001)
    expect((await world.ask('post', message(json.sid), { form: { Body: '' } })).json).toMatchObject({
      body: '',
    })
    expect(await world.ask('delete', message(json.sid))).toMatchObject({ status: 204 })
    expect(await world.ask('get', message(json.sid))).toMatchObject({ status: 404 })
  })

  it('cannot be deleted on its way', async () => {
    world.standIn.behave({ deliveryMs: 3_000 })
    const { json } = await create({ To: TO, From: FROM, Body: 'x' })
    expect((await world.ask('delete', message(json.sid))).json.code).toBe(20009)
  })
})

describe('status callbacks', () => {
  const statuses = (): (string | undefined)[] => world.callbacks.map(({ form }) => form.MessageStatus)
  const send = async (): Promise<void> => {
    await create({ To: TO, From: FROM, Body: 'x', StatusCallback: CALLBACK })
    await world.standIn.settled()
  }

  it('tell every step but the first, to the address with its query', async () => {
    await send()
    expect(statuses()).toEqual(['sent', 'delivered', 'read'])
    expect(world.callbacks[0]).toMatchObject({
      url: CALLBACK,
      form: { AccountSid: ACCOUNT, To: TO, From: FROM },
    })
  })

  it('know of no reading by SMS, nor without receipts', async () => {
    await create({ To: PERSON, From: SMS, Body: 'x', StatusCallback: CALLBACK })
    await world.standIn.settled()
    world.standIn.behave({ readReceipts: false })
    await send()
    expect(statuses()).toEqual(['sent', 'delivered', 'sent', 'delivered'])
  })

  it('can be doubled, dropped, late and out of order', async () => {
    world.standIn.behave({ doubleCallbacks: true })
    await send()
    expect(statuses()).toEqual(['sent', 'sent', 'delivered', 'delivered', 'read', 'read'])
    world.standIn.behave({ dropCallbacks: true })
    await send()
    expect(world.callbacks).toHaveLength(6)
    world.standIn.behave({ dropCallbacks: false, doubleCallbacks: false, callbackMs: 1_000 })
    await send()
    expect(world.callbacks).toHaveLength(6)
    await world.clock.advance(3_000)
    expect(world.callbacks).toHaveLength(9)
    world.standIn.behave({ callbackMs: 0, shuffleCallbacks: true })
    world.callbacks.length = 0
    for (let i = 0; i < 5; i++) await send()
    const orders = [0, 3, 6, 9, 12].map((at) => statuses().slice(at, at + 3))
    expect(orders.every((order) => [...order].sort().join() === 'delivered,read,sent')).toBe(true)
    expect(orders.some((order) => order.join() !== 'sent,delivered,read')).toBe(true)
  })

  it('tell why a message was not delivered', async () => {
    world.standIn.faults.onDelivery(PERSON, 63024)
    await send()
    expect(world.callbacks[0]?.form).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '63024' })
    expect(inbox()).toEqual([])
    world.standIn.faults.onDelivery(PERSON, undefined)
    await send()
    expect(inbox()).toHaveLength(1)
  })
})

describe('SMS keywords', () => {
  it('act before the app, answer by themselves, and still reach the app', async () => {
    const phone = world.standIn.phone({ channel: 'sms', number: PERSON })
    world.posted.length = 0
    const { sid } = await phone.send('Stop')
    expect(world.posted[0]?.form.Body).toBe('Stop')
    expect(phone.inbox).toMatchObject([{ via: 'twilio', inReplyTo: sid }])
    expect((await create({ To: PERSON, From: SMS, Body: 'x' })).json).toMatchObject({
      code: 21610,
      status: 400,
    })
    world.app = () => ({
      kind: 'answer',
      status: 200,
      contentType: 'text/xml',
      body: '<Response><Message><Body>y</Body></Message></Response>',
    })
    const asked = await phone.send('khoon chahiye')
    expect(world.standIn.warnings).toEqual([{ code: 21610, sid: asked.sid }])
    await phone.send('STOP')
    expect(phone.inbox).toHaveLength(1)
    await phone.send('START')
    expect((await create({ To: PERSON, From: SMS, Body: 'x' })).status).toBe(201)
  })

  it('mean nothing on WhatsApp', async () => {
    await world.standIn.phone({ channel: 'whatsapp', number: PERSON }).send('STOP')
    expect(inbox()).toEqual([])
    expect((await create({ To: TO, From: FROM, Body: 'x' })).status).toBe(201)
  })
})

describe('content', () => {
  const quickReply = {
    'twilio/quick-reply': {
      body: 'नमस्ते {{1}}, ठीक है?',
      actions: [{ title: 'हाँ', id: 'yes' }, { title: 'नहीं' }],
    },
    'twilio/text': { body: '{{1}}, ठीक है? 1 हाँ 2 नहीं' },
  }

  it('is shown with its buttons on WhatsApp and as text by SMS', async () => {
    const ContentSid = await createText(quickReply)
    await create({ To: TO, From: FROM, ContentSid, ContentVariables: '{"1":"सीमा"}' })
    await create({ To: PERSON, From: SMS, ContentSid })
    expect(inbox()).toMatchObject([
      {
        text: 'नमस्ते सीमा, ठीक है?',
        choices: [
          { id: 'yes', title: 'हाँ' },
          { id: 'नहीं', title: 'नहीं' },
        ],
      },
    ])
    expect(inbox('sms')).toMatchObject([{ text: 'राम, ठीक है? 1 हाँ 2 नहीं', choices: [] }])
  })

  it.each(['{"1":""}', '{"1":null}', '{"1":2}', '[]', 'x'])(
    'refuses the variables %s',
    async (ContentVariables) => {
      const ContentSid = await createText(quickReply)
      expect((await create({ To: TO, From: FROM, ContentSid, ContentVariables })).json.code).toBe(21656)
    },
  )

  it('is not sent together with a body', async () => {
    const ContentSid = await createText(quickReply)
    expect((await create({ To: TO, From: FROM, ContentSid, Body: 'x' })).json.code).toBe(63030)
  })

  it('passes outside 24 hours once approved, a list never', async () => {
    const approved = await createText(quickReply)
    const list = await createText({
      'twilio/list-picker': { body: 'कौन?', button: 'चुनें', items: [{ id: '1', item: 'एक' }] },
    })
    const approvals = `${CONTENTS}/${approved}/ApprovalRequests`
    const asked = { json: { name: 'ask_ok', category: 'UTILITY' } }
    expect(await world.ask('post', `${approvals}/whatsapp`, asked)).toMatchObject({
      status: 201,
      json: { status: 'received' },
    })
    expect((await world.ask('post', `${CONTENTS}/${list}/ApprovalRequests/whatsapp`, asked)).status).toBe(400)
    world.standIn.decide(approved, 'approved')
    expect((await world.ask('get', approvals)).json.whatsapp).toMatchObject({ status: 'approved' })
    await world.clock.advance(DAY)
    await create({ To: TO, From: FROM, ContentSid: approved })
    await create({ To: TO, From: FROM, ContentSid: list })
    expect(inbox()).toHaveLength(1)
    expect(world.standIn.messages.at(-1)).toMatchObject({ errorCode: 63016 })
  })

  it.each([
    ['a variable at the start', '{{1}}, आप ठीक हैं ना?'],
    ['a variable at the end', 'आप ठीक हैं ना, {{1}}।'],
    ['variables side by side', 'नमस्ते जी {{1}} {{2}} आप कैसे हैं?'],
    ['too few words', 'नमस्ते {{1}} जी {{2}} जी'],
    ['variables out of sequence', 'नमस्ते जी {{2}} आप सब कैसे हैं?'],
  ])('is rejected by WhatsApp for %s, and its name is used up', async (_what, body) => {
    const json = { language: 'hi', variables: { 1: 'क', 2: 'ख' }, types: { 'twilio/text': { body } } }
    const { sid } = (await world.ask('post', CONTENTS, { json })).json
    const asked = { json: { name: 'greeting', category: 'UTILITY' } }
    const path = `${CONTENTS}/${sid}/ApprovalRequests/whatsapp`
    expect((await world.ask('post', path, asked)).json).toMatchObject({ status: 'rejected' })
    const other = await createText(quickReply)
    const again = await world.ask('post', `${CONTENTS}/${other}/ApprovalRequests/whatsapp`, asked)
    expect(again.status).toBe(400)
  })

  it('is changed until somebody asks for its approval', async () => {
    const sid = await createText(quickReply)
    const types = { 'twilio/text': { body: 'नमस्ते {{1}}, फिर से' } }
    const changed = await world.ask('put', `${CONTENTS}/${sid}`, { json: { types } })
    expect(changed).toMatchObject({ status: 200, json: { sid, types } })
    const asked = { json: { name: 'ask_ok', category: 'UTILITY' } }
    await world.ask('post', `${CONTENTS}/${sid}/ApprovalRequests/whatsapp`, asked)
    expect((await world.ask('put', `${CONTENTS}/${sid}`, { json: { types } })).status).toBe(400)
  })

  it('has at most three buttons without approval', async () => {
    const actions = ['1', '2', '3', '4'].map((title) => ({ title }))
    const ContentSid = await createText({ 'twilio/quick-reply': { body: 'x', actions } })
    await create({ To: TO, From: FROM, ContentSid })
    expect(world.standIn.messages.at(-1)).toMatchObject({ errorCode: 63021 })
  })

  it.each([
    ['camel case', { friendlyName: 'x', language: 'hi', types: { 'twilio/text': { body: 'x' } } }],
    ['no type', { language: 'hi', types: {} }],
    ['an invented type', { language: 'hi', types: { 'twilio/buttons': {} } }],
    ['no language', { types: { 'twilio/text': { body: 'x' } } }],
    ['a missing field', { language: 'hi', types: { 'twilio/list-picker': { body: 'x', items: [] } } }],
    ['an unknown field', { language: 'hi', types: { 'twilio/text': { body: 'x', footer: 'y' } } }],
    [
      'a long button',
      {
        language: 'hi',
        types: { 'twilio/quick-reply': { body: 'x', actions: [{ title: 'x'.repeat(21) }] } },
      },
    ],
    [
      'eleven items',
      {
        language: 'hi',
        types: {
          'twilio/list-picker': {
            body: 'x',
            button: 'y',
            items: Array.from({ length: 11 }, (_, i) => ({ id: `${i}`, item: `${i}` })),
          },
        },
      },
    ],
    [
      'a wrong kind of action',
      {
        language: 'hi',
        types: { 'twilio/call-to-action': { body: 'x', actions: [{ type: 'CALL', title: 'x' }] } },
      },
    ],
  ])('is refused with %s', async (_what, json) => {
    expect(await world.ask('post', CONTENTS, { json })).toMatchObject({ status: 400 })
  })

  it('is listed, fetched and deleted', async () => {
    const sid = await createText(quickReply)
    expect((await world.ask('get', CONTENTS)).json.contents).toHaveLength(1)
    expect((await world.ask('get', `${CONTENTS}/${sid}`)).json).toMatchObject({ sid, language: 'hi' })
    expect(await world.ask('delete', `${CONTENTS}/${sid}`)).toMatchObject({ status: 204 })
    expect(await world.ask('get', `${CONTENTS}/${sid}`)).toMatchObject({ status: 404 })
  })
})

describe('faults of the API', () => {
  it('wait for the request they are meant for', async () => {
    world.standIn.faults.onApi({ kind: 'error', status: 503, code: 20503 }, { target: 'list', times: 2 })
    expect((await create({ To: TO, From: FROM, Body: 'x' })).status).toBe(201)
    expect((await world.ask('get', MESSAGES)).status).toBe(503)
    expect((await world.ask('get', MESSAGES)).status).toBe(503)
    expect((await world.ask('get', MESSAGES)).status).toBe(200)
  })

  it.each([
    ['reset', false, 'ECONNRESET', 0],
    ['reset', true, 'ECONNRESET', 1],
    ['hang', false, 'ECONNABORTED', 0],
    ['hang', true, 'ECONNABORTED', 1],
  ] as const)('%s, accepted %p: fails with a %s', async (...row) => {
    const [kind, accepted, code, arrived] = row
    world.standIn.faults.onApi({ kind, accepted })
    const asked = create({ To: TO, From: FROM, Body: 'x' }).catch((error: unknown) => error)
    await world.clock.advance(10_000)
    expect(await asked).toMatchObject({ code })
    expect(inbox()).toHaveLength(arrived)
  })

  it('can be slow, and can be cleared', async () => {
    world.standIn.faults.onApi({ kind: 'latency', ms: 500 })
    const asked = create({ To: TO, From: FROM, Body: 'x' })
    await world.standIn.settled()
    expect(inbox()).toEqual([])
    await world.clock.advance(500)
    expect((await asked).status).toBe(201)
    world.standIn.faults.onApi({ kind: 'error', status: 500 })
    world.standIn.faults.clear()
    expect((await create({ To: TO, From: FROM, Body: 'x' })).status).toBe(201)
  })
})

describe('what goes with a message', () => {
  const URL_OF_IT = 'https://bot.example.in/c/1/certificate.pdf'
  const send = async (to: string, from: string): Promise<void> => {
    const { status } = await create({ To: to, From: from, Body: 'x', MediaUrl: URL_OF_IT })
    expect(status).toBe(201)
    await world.standIn.settled()
  }

  it('is fetched as anybody would fetch it, and is then on the phone', async () => {
    await send(TO, FROM)
    expect(fetched).toEqual([URL_OF_IT])
    expect(inbox()).toMatchObject([{ text: 'x', files: [{ contentType: 'application/pdf' }] }])
  })

  it.each<[what: string, got: Partial<GotMedia>]>([
    ['nobody answers for', { status: 0 }],
    ['is forbidden', { status: 403 }],
    ['lies elsewhere', { status: 302 }],
    ['has no bytes', { bytes: new Uint8Array() }],
    ['has a type that WhatsApp does not take', { contentType: 'text/html; charset=utf-8' }],
    ['has no type', { contentType: '' }],
    ['is larger than 16 MB', { bytes: new Uint8Array(16 * 1024 * 1024 + 1) }],
    [
      'is a picture larger than 5 MB',
      { contentType: 'image/png', bytes: new Uint8Array(5 * 1024 * 1024 + 1) },
    ],
  ])('does not arrive when it %s', async (_what, got) => {
    media = { ...media, ...got }
    await send(TO, FROM)
    expect(inbox()).toEqual([])
    expect(world.standIn.messages.at(-1)).toMatchObject({ status: 'undelivered', errorCode: 63019 })
  })

  it('is an address in the text by SMS', async () => {
    await send(PERSON, SMS)
    expect(fetched).toEqual([])
    expect(inbox('sms')).toMatchObject([{ text: `x\n${URL_OF_IT}`, files: [] }])
  })
})
