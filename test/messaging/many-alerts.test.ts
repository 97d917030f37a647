import { DAY, MINUTE, SECOND } from '../../src/base/clock'
import { createStandIn, type StandIn } from '../../src/channels/twilio-stand-in/stand-in'
import { twilioHistory } from '../../src/channels/twilio/history'
import { twilioRestClient } from '../../src/channels/twilio/rest-client'
import { sendErrorForCode } from '../../src/channels/twilio/error-table'
import { twilioSender } from '../../src/channels/twilio/sender'
import { dispatch, REPLIES, STARTED, type DispatcherDeps } from '../../src/messaging/dispatcher'
import type { DeliveryStatus } from '../../src/messaging/delivery-status'
import { hearStatus } from '../../src/messaging/hear-status'
import { resolveUnknown, type ResolveDeps } from '../../src/messaging/resolve-unknown'
import { providerContent } from '../../src/messaging/templates/provider-content'
import { templateLibrary } from '../../src/messaging/templates/template-library'
import { templateRecord } from '../../src/messaging/templates/push-templates'
import type { Stores } from '../../src/storage/stores'
import { manualClock, type ManualClock } from '../channels/support/manual-clock'
import { seededRandom } from '../channels/support/seeded-random'
import { forEachEngine } from '../support/engines'
import { aDraft, NOW } from '../support/records'
import { sendingDeps } from './support/sending-deps'
import { aTemplate } from './templates/support/a-template'

const ACCOUNT = `AC${'a'.repeat(32)}`
const TOKEN = 'token'
const COUNT = { embedded: 1000, mongo: 120 } as const
const TEMPLATE = aTemplate()

/** Alerts to many phones, over a provider that fails often and calls back late, twice and in any order. */
class Rush {
  readonly clock: ManualClock = manualClock(NOW)
  readonly standIn: StandIn
  readonly deps: DispatcherDeps & ResolveDeps
  private kill = false
  /** The provider's patience is of the manual clock; the storage's time is not. */
  private readonly hearing: Promise<void>[] = []

  constructor(
    readonly stores: Stores,
    readonly seed: number,
  ) {
    const { clock } = this
    this.standIn = createStandIn({
      clock,
      random: seededRandom(seed),
      accountSid: ACCOUNT,
      authToken: TOKEN,
      senders: { whatsapp: '+14155238886' },
      webhookUrl: 'https://bot.example.in/webhooks/twilio/messages',
      post: async ({ url, body }) => {
        const heard = this.hear(url, new URLSearchParams(body))
        this.hearing.push(heard)
        await heard
        return { kind: 'answer', status: 204, contentType: '', body: '' }
      },
    })
    this.standIn.behave({ callbackMs: 400, doubleCallbacks: true, shuffleCallbacks: true })
    const client = twilioRestClient({
      accountSid: ACCOUNT,
      credentials: { username: ACCOUNT, password: TOKEN },
      httpClient: this.standIn.httpClient,
    })
    const sender = twilioSender(client, { publicUrl: 'https://bot.example.in' })
    this.deps = {
      ...sendingDeps(stores, clock),
      quotas: stores.quotas,
      peoplePerDay: 100_000,
      lastInbound: { lastInboundAt: async () => undefined },
      templates: templateLibrary({ files: [], store: stores.templates, clock }),
      sender: { send: (request) => (this.kill ? Promise.reject(new Error('killed')) : sender.send(request)) },
      history: twilioHistory(client),
    }
  }

  async prepare(count: number): Promise<string[]> {
    const [contentSid = ''] = this.standIn.holdApproved([providerContent(TEMPLATE)])
    const said = { contentSid, approval: { status: 'approved' }, at: NOW } as const
    await this.stores.templates.put([templateRecord(TEMPLATE, said)])
    const ids = Array.from({ length: count }, (_, i) => `alert ${i}`)
    await this.stores.outbox.enqueue(
      ids.map((id, i) =>
        aDraft({
          id,
          // Consent has its own tests: here it would only take time.
          purpose: 'coordinator',
          contactId: `c${i}`,
          to: phoneOf(i),
          template: { key: 'alert', locale: 'hi', values: { group: 'B+', code: codeOf(i) } },
        }),
      ),
      NOW,
    )
    return ids
  }

  /** 5 % too many requests, 2 % failing servers and 1 % broken connections, taken or not. */
  disturb(count: number): void {
    const random = seededRandom(this.seed + 1)
    for (let i = 0; i < count; i++) {
      const drawn = (random.bytes(1)[0] ?? 0) / 256
      if (drawn < 0.05) this.standIn.faults.onApi({ kind: 'error', status: 429, code: 20429 })
      else if (drawn < 0.07) this.standIn.faults.onApi({ kind: 'error', status: 503, code: 20503 })
      else if (drawn < 0.08) this.standIn.faults.onApi({ kind: 'reset', accepted: i % 2 === 0 })
      else this.standIn.faults.onApi({ kind: 'latency', ms: 0 })
    }
  }

  /** The process dies while it sends, and another begins. */
  async dieWhileSending(): Promise<void> {
    this.kill = true
    await dispatch(this.deps, STARTED).catch(() => undefined)
    this.kill = false
  }

  /** Workers run until nothing is left to do. */
  async finish(): Promise<void> {
    for (let i = 0; i < 30; i++) {
      await dispatch(this.deps, REPLIES)
      await dispatch(this.deps, STARTED)
      await this.clock.advance(10 * SECOND)
      await resolveUnknown(this.deps)
    }
    // The last callbacks, each after its pause.
    for (let i = 0; i < 12; i++) {
      await this.standIn.settled()
      await this.clock.advance(SECOND)
    }
    await this.standIn.settled()
    await Promise.all(this.hearing)
  }

  private async hear(url: string, form: URLSearchParams): Promise<void> {
    const code = form.get('ErrorCode')
    await hearStatus(
      {
        sid: form.get('MessageSid') ?? '',
        outboxId: new URL(url).searchParams.get('mid') ?? '',
        channel: 'whatsapp',
        from: '',
        to: '',
        status: form.get('MessageStatus') as DeliveryStatus,
        ...(code !== null && { code, error: sendErrorForCode(Number(code)) }),
      },
      this.deps,
    )
  }
}

const phoneOf = (i: number): string => `+9198${String(i).padStart(8, '0')}`
const codeOf = (i: number): string => `K${String(i).padStart(3, '0')}`

forEachEngine((engine, open) => {
  it('every alert reaches its phone exactly once, whatever the provider does and whoever dies', async () => {
    const count = COUNT[engine]
    const rush = new Rush(await open(), 11)
    const ids = await rush.prepare(count)
    rush.disturb(count)
    for (let i = 0; i < 5; i++) await rush.dieWhileSending()
    await rush.finish()
    const inboxes = ids.map((_, i) =>
      rush.standIn.phone({ channel: 'whatsapp', number: phoneOf(i) }).inbox.map(({ text }) => text),
    )
    const wrong = inboxes.flatMap((texts, i) =>
      texts.length === 1 && texts[0]?.includes(codeOf(i)) ? [] : [`${ids[i]}: ${texts.length}`],
    )
    expect(wrong).toEqual([])
    const rows = await Promise.all(ids.map((id) => rush.stores.outbox.get(id)))
    expect(new Set(rows.map((row) => `${row?.state} ${row?.status}`))).toEqual(new Set(['sent read']))
    expect(rush.clock.now() - NOW).toBeLessThan(DAY / 24 + MINUTE)
  })
})
