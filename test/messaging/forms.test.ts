import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/clock'
import { dispatch, type DispatcherDeps } from '../../src/messaging/dispatcher'
import { hearStatus } from '../../src/messaging/hear-status'
import type { OutboxDraft } from '../../src/messaging/outbox-store'
import type { SendError, SendOutcome, SendRequest } from '../../src/messaging/sender'
import { providerContent } from '../../src/messaging/templates/provider-content'
import { templateLibrary } from '../../src/messaging/templates/template-library'
import type { Stores } from '../../src/storage/stores'
import { manualClock, type ManualClock } from '../channels/support/manual-clock'
import { forEachEngine } from '../support/engines'
import { aDraft, aTemplateRecord, NOW } from '../support/records'
import { sendingDeps } from './support/sending-deps'
import { aTemplate } from './templates/support/a-template'

const VALUES = { group: 'B+', code: 'K7F3' }
const TEMPLATE = aTemplate({
  sms: { text: 'Khoon chahiye: {{group}} ({{code}}). Phone karein 112.', dltId: '1'.repeat(19) },
})
const USE = { key: 'alert', locale: 'hi', values: VALUES }
const TEXT = 'आज खून चाहिए: B+।\nकोड K7F3: क्या आप आ सकते हैं?'

/** Sending with one template, to people of whom some wrote lately. */
class World {
  readonly clock: ManualClock = manualClock(NOW)
  readonly sent: SendRequest[] = []
  readonly outcomes: SendOutcome[] = []
  readonly held: string[] = []
  /** When everybody last wrote. */
  wroteAt: number | undefined
  readonly deps: DispatcherDeps

  constructor(
    readonly stores: Stores,
    override: Partial<DispatcherDeps> = {},
  ) {
    this.deps = {
      ...sendingDeps(stores, this.clock),
      quotas: stores.quotas,
      lastInbound: { lastInboundAt: async () => this.wroteAt },
      templates: templateLibrary({ files: [TEMPLATE], store: stores.templates, clock: this.clock }),
      sender: {
        send: async (request) => {
          this.sent.push(request)
          return this.outcomes.shift() ?? { ok: true, sid: `SM-${request.outboxId}` }
        },
      },
      onHeld: ({ reason }) => void this.held.push(reason),
      ...override,
    }
  }

  async approve(): Promise<void> {
    const { body, buttons, variables } = providerContent(TEMPLATE)
    await this.stores.templates.put([
      aTemplateRecord({ contentSid: 'HXapproved', status: 'approved', body, buttons, variables }),
    ])
  }

  async run(...drafts: readonly OutboxDraft[]): Promise<void> {
    if (drafts.length > 0) await this.stores.outbox.enqueue(drafts, this.clock.now())
    await dispatch(this.deps)
  }

  async later(ms: number): Promise<void> {
    await this.clock.advance(ms)
    await dispatch(this.deps)
  }

  async fails(id: string, error: SendError): Promise<void> {
    const word = { sid: `SM-${id}`, outboxId: id, channel: 'whatsapp', from: '', to: '', error } as const
    await hearStatus({ ...word, status: 'undelivered', code: error.code }, this.deps)
  }

  async state(id = 'o1') {
    const row = await this.stores.outbox.get(id)
    return row && [row.state, row.reason].filter(Boolean).join(' ')
  }
}

const aNotice = (override: Partial<OutboxDraft> = {}): OutboxDraft =>
  aDraft({ purpose: 'coordinator', template: USE, ...override })

forEachEngine((_engine, open) => {
  async function world(override: Partial<DispatcherDeps> = {}, approved = true): Promise<World> {
    const made = new World(await open(), override)
    if (approved) await made.approve()
    return made
  }

  describe('the form of a message', () => {
    it.each([
      ['within 24 hours, with its buttons', 23 * HOUR, 'content'],
      ['after that, as an approved template', DAY, 'content'],
      ['within 24 hours, without a template, as written', 23 * HOUR, 'text'],
    ])('is %s', async (_what, ago, form) => {
      const one = await world()
      one.wroteAt = NOW - ago
      await one.run(form === 'content' ? aNotice() : aDraft({ purpose: 'coordinator' }))
      expect(one.sent).toEqual([
        expect.objectContaining(
          form === 'content'
            ? { body: TEXT, content: { contentSid: 'HXapproved', variables: { 1: 'B+', 2: 'K7F3' } } }
            : { body: 'ठीक है' },
        ),
      ])
      expect(one.sent[0]).toMatchObject({ validForMs: DAY })
    })

    it('waits where nothing allows it to leave, tells of it once, and leaves when the person writes', async () => {
      const one = await world({ senders: { whatsapp: '+1' } }, false)
      await one.run(aNotice())
      await one.later(5 * MINUTE)
      expect(await one.state()).toBe('queued no_template')
      expect(one.held).toEqual(['no_template'])
      one.wroteAt = one.clock.now()
      await one.later(5 * MINUTE)
      expect(await one.state()).toBe('sent')
    })

    it('is the registered SMS where no template is approved', async () => {
      const one = await world({}, false)
      await one.run(aNotice())
      expect(one.sent).toEqual([
        expect.objectContaining({
          outboxId: 'o1~sms',
          channel: 'sms',
          from: '+14155550100',
          body: 'Khoon chahiye: B+ (K7F3). Phone karein 112.',
        }),
      ])
      expect(await one.state()).toBe('rerouted')
    })

    it('is no SMS of our own words where only registered ones may be sent', async () => {
      const one = await world({ registeredSmsOnly: ['+91'] })
      await one.run(aDraft({ purpose: 'coordinator', channel: 'sms', from: '+14155550100' }))
      expect(one.sent).toEqual([])
      expect(await one.state()).toBe('queued no_template')
      await one.run(aDraft({ id: 'o2', channel: 'sms', from: '+14155550100' }))
      expect(await one.state('o2')).toBe('sent')
    })

    it('keeps the place in its lane when it goes another way', async () => {
      const one = await world()
      one.wroteAt = NOW
      one.outcomes.push({ ok: false, error: { kind: 'other_template', code: '63016' } })
      await one.run(
        aNotice({ id: 'a', lane: 'l' }),
        aDraft({ id: 'b', purpose: 'coordinator', lane: 'l', seq: 1 }),
      )
      expect(one.sent.map(({ outboxId }) => outboxId)).toEqual(['a', 'a~template', 'b'])
      expect(await one.state('a')).toBe('rerouted')
    })
  })

  describe('a message that did not arrive', () => {
    it.each<[SendError, string[]]>([
      [{ kind: 'other_template', code: '63016' }, ['o1', 'o1~template']],
      [{ kind: 'other_channel', code: '63003' }, ['o1', 'o1~sms']],
      [{ kind: 'later', code: '63018', retryAfterMs: MINUTE }, ['o1', 'o1~again']],
      [{ kind: 'unreachable', code: '30005' }, ['o1']],
      [{ kind: 'our_mistake', code: '63021' }, ['o1']],
    ])('after %j goes as %j, whoever says it how often', async (error, ids) => {
      const one = await world()
      one.wroteAt = NOW
      await one.run(aNotice())
      await one.fails('o1', error)
      await one.fails('o1', error)
      await one.later(MINUTE)
      expect(one.sent.map(({ outboxId }) => outboxId)).toEqual(ids)
    })

    it('goes with a link in place of a paper that could not be fetched, and never so without one', async () => {
      const one = await world()
      one.wroteAt = NOW
      const error = { kind: 'without_media', code: '63019' } as const
      const mediaUrl = 'https://saathi.example.org/c/K7F3/certificate.pdf'
      await one.run(aDraft({ mediaUrl }), aDraft({ id: 'o2', lane: 'l2' }))
      for (const id of ['o1', 'o1', 'o2']) await one.fails(id, error)
      await one.later(MINUTE)
      const [first, second, link, ...more] = one.sent
      expect(first).toMatchObject({ outboxId: 'o1', mediaUrl })
      expect(second?.mediaUrl).toBeUndefined()
      expect(link).toMatchObject({ outboxId: 'o1~link', body: `${aDraft().body}\n${mediaUrl}` })
      expect(link?.mediaUrl).toBeUndefined()
      expect(more).toEqual([])
    })

    it('is tried again once, not for ever', async () => {
      const one = await world()
      one.wroteAt = NOW
      const error = { kind: 'later', code: '30008', retryAfterMs: SECOND } as const
      await one.run(aNotice())
      await one.fails('o1', error)
      await one.later(SECOND)
      await one.fails('o1~again', error)
      await one.later(MINUTE)
      expect(one.sent).toHaveLength(2)
    })

    it('is not repeated when it is pointless by then', async () => {
      const one = await world()
      one.wroteAt = NOW
      await one.run(aNotice({ notAfter: NOW + MINUTE }))
      await one.fails('o1', { kind: 'later', code: '63018', retryAfterMs: 2 * MINUTE })
      await one.later(3 * MINUTE)
      expect(one.sent).toHaveLength(1)
    })
  })

  describe('the people of a day', () => {
    const opening = (n: number, override: Partial<OutboxDraft> = {}): OutboxDraft =>
      aNotice({ id: `p${n}`, contactId: `c${n}`, ...override })

    it('are no more than WhatsApp allows, each counted once; the rest wait', async () => {
      const one = await world({ peoplePerDay: 2 })
      await one.run(opening(1), opening(2))
      await one.run(opening(3), opening(4, { contactId: 'c1' }))
      expect(await one.state('p3')).toBe('queued daily_people')
      expect(await one.state('p4')).toBe('sent')
      await one.stores.outbox.enqueue([opening(5, { notBefore: NOW + DAY, notAfter: NOW + 2 * DAY })], NOW)
      await one.later(DAY)
      expect(await one.state('p5')).toBe('sent')
    })

    it('do not count when they wrote themselves', async () => {
      const one = await world({ peoplePerDay: 1 })
      one.wroteAt = NOW
      await one.run(opening(1), opening(2), opening(3))
      expect(one.sent).toHaveLength(3)
    })

    it('are kept in part for what matters more than bulk, which has a budget', async () => {
      const one = await world({ peoplePerDay: 4, bulkPerDay: 3, isRelevant: async () => true })
      const consents = { purpose: 'news', channel: 'whatsapp', noticeVersion: '1', locale: 'hi' } as const
      const bulk = await Promise.all(
        [1, 2, 3, 4].map(async (n) => {
          const { contact } = await one.stores.contacts.resolve({ phone: `+9198000000${n}0` }, `c${n}`, NOW)
          const consent = { ...consents, at: NOW, sid: `SM${n}` }
          await one.stores.contacts.change(contact.id, { set: 'consent', consent })
          return opening(n, { purpose: 'bulk', notBefore: NOW + n })
        }),
      )
      await one.clock.advance(10)
      for (const draft of bulk) await one.run(draft)
      expect(await Promise.all([1, 2, 3, 4].map((n) => one.state(`p${n}`)))).toEqual([
        'sent',
        'sent',
        'queued daily_people',
        'queued daily_budget',
      ])
      await one.run(opening(8), opening(9))
      expect(await one.state('p9')).toBe('sent')
    })
  })

  describe('the rate of a sender', () => {
    it('lets answers leave while what we start waits', async () => {
      const asked: string[] = []
      const one = await world({
        rates: {
          take: async ({ key }) => {
            asked.push(key)
            return key.startsWith('started') ? 5 * SECOND : 0
          },
        },
      })
      one.wroteAt = NOW
      await one.run(aNotice(), aDraft({ id: 'o2' }))
      expect(await one.state('o2')).toBe('sent')
      expect(await one.state()).toBe('queued rate')
      expect(asked).toContain('all whatsapp +14155238886')
    })

    it('is waited for when the wait is short, and does not count as an attempt when it is long', async () => {
      const waits = [SECOND, 0, 0]
      const one = await world({ rates: { take: async () => waits.shift() ?? 0 } })
      one.wroteAt = NOW
      const running = one.run(aNotice())
      while (waits.length === 3) await new Promise((resolve) => setImmediate(resolve))
      await one.clock.advance(SECOND)
      await running
      expect(await one.state()).toBe('sent')
    })
  })
})
