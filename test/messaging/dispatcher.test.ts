import { DAY, MINUTE, SECOND } from '../../src/base/clock'
import { dispatch, type DispatcherDeps } from '../../src/messaging/dispatcher'
import { resolveUnknown, type ResolveDeps } from '../../src/messaging/resolve-unknown'
import type { OutboxDraft, OutboxStore } from '../../src/messaging/outbox-store'
import type { ListedMessage, SendError, SendOutcome, SendRequest } from '../../src/messaging/sender'
import type { Stores } from '../../src/storage/stores'
import { manualClock, type ManualClock } from '../channels/support/manual-clock'
import { forEachEngine } from '../support/engines'
import { sendingDeps } from './support/sending-deps'
import { aDraft, NOW } from '../support/records'

/** A dispatcher whose provider answers as told, and takes everything when nothing is told. */
class Sending {
  readonly clock: ManualClock = manualClock(NOW)
  readonly sent: SendRequest[] = []
  readonly outcomes: SendOutcome[] = []
  readonly reports: SendError[] = []
  readonly blocked: string[] = []
  listed: readonly ListedMessage[] = []
  readonly deps: DispatcherDeps & ResolveDeps

  constructor(private readonly stores: Stores) {
    this.deps = {
      ...sendingDeps(stores, this.clock),
      sender: {
        send: async (request) => {
          this.sent.push(request)
          return this.outcomes.shift() ?? { ok: true, sid: `SM-${request.outboxId}` }
        },
      },
      history: { since: async (instant) => this.listed.filter(({ createdAt }) => createdAt >= instant) },
      onBlocked: async (contactId) => void this.blocked.push(contactId),
      onSendError: ({ error }) => void this.reports.push(error),
    }
  }

  get bodies(): string[] {
    return this.sent.map(({ body }) => body)
  }

  async enqueue(...drafts: readonly OutboxDraft[]): Promise<void> {
    await this.stores.outbox.enqueue(drafts, this.clock.now())
  }

  dispatch(): Promise<void> {
    return dispatch(this.deps)
  }

  /** Time passes, and a dispatcher and who resolves look in between. */
  async later(ms: number): Promise<void> {
    await this.clock.advance(ms)
    await resolveUnknown(this.deps)
    await this.dispatch()
  }

  async state(id = 'o1'): Promise<string | undefined> {
    return (await this.stores.outbox.get(id))?.state
  }
}

function failed(kind: SendError['kind'], retryAfterMs?: number): SendOutcome {
  return { ok: false, error: { kind, code: '1', ...(retryAfterMs !== undefined && { retryAfterMs }) } }
}

function listed(override: Partial<ListedMessage> = {}): ListedMessage {
  const { channel, from, to, body } = aDraft()
  return {
    sid: 'SM7',
    direction: 'outbound_api',
    channel,
    from,
    to,
    body,
    media: 0,
    createdAt: NOW,
    ...override,
  }
}

function lane(...bodies: readonly string[]): OutboxDraft[] {
  return bodies.map((body, seq) => aDraft({ id: body, body, lane: 'lane', seq }))
}

forEachEngine((_engine, open) => {
  async function sending(): Promise<Sending> {
    return new Sending(await open())
  }

  it('sends a lane in its order, whatever the order in which it was put in', async () => {
    const world = await sending()
    const [one, two, three] = lane('one', 'two', 'three')
    for (const draft of [three, one, two]) if (draft) await world.enqueue(draft)
    await world.dispatch()
    expect(world.bodies).toEqual(['one', 'two', 'three'])
    expect(await world.state('three')).toBe('sent')
  })

  it('lets nothing of a lane overtake what must be tried again', async () => {
    const world = await sending()
    world.outcomes.push(failed('later', 5 * SECOND))
    await world.enqueue(...lane('one', 'two'))
    await world.dispatch()
    expect(world.bodies).toEqual(['one'])
    await world.later(5 * SECOND)
    expect(world.bodies).toEqual(['one', 'one', 'two'])
  })

  it('goes on with the lane after what was given up', async () => {
    const world = await sending()
    world.outcomes.push(failed('unreachable'))
    await world.enqueue(...lane('one', 'two'))
    await world.dispatch()
    expect(world.bodies).toEqual(['one', 'two'])
    expect(await world.state('one')).toBe('failed')
    expect(world.reports.map(({ kind }) => kind)).toEqual(['unreachable'])
  })

  it('does not send what is pointless by now', async () => {
    const world = await sending()
    await world.enqueue(aDraft({ notAfter: NOW + MINUTE }))
    await world.later(MINUTE + 1)
    expect(world.sent).toEqual([])
    expect(await world.state()).toBe('expired')
  })

  it.each([
    ['reply', 'sent'],
    ['news', 'withheld'],
    ['coordinator', 'withheld'],
  ] as const)('a person who opted out: a %s is %s', async (purpose, state) => {
    const stores = await open()
    const world = new Sending(stores)
    const { contact } = await stores.contacts.resolve({ phone: aDraft().to }, 'c1', NOW)
    const optOut = { at: NOW, sid: 'SM1', channel: 'whatsapp' } as const
    await stores.contacts.change(contact.id, { set: 'opt_out', optOut })
    await world.enqueue(aDraft({ purpose, contactId: contact.id }))
    await world.dispatch()
    expect(await world.state()).toBe(state)
    expect(world.sent).toHaveLength(state === 'sent' ? 1 : 0)
  })

  it('tries again after 2, 4, 8 ... seconds, and gives up after the sixth time', async () => {
    const world = await sending()
    await world.enqueue(aDraft())
    for (const [i, wait] of [0, 2, 4, 8, 16, 32].entries()) {
      world.outcomes.push(failed('later'))
      await world.later(wait * SECOND - 1)
      expect(world.sent).toHaveLength(i)
      await world.later(1)
      expect(world.sent).toHaveLength(i + 1)
    }
    expect(await world.state()).toBe('failed')
    await world.later(DAY / 2)
    expect(world.sent).toHaveLength(6)
  })

  it('keeps what our configuration forbids until it is repaired, and tells of it', async () => {
    const world = await sending()
    await world.enqueue(aDraft())
    for (let i = 0; i < 10; i++) {
      world.outcomes.push(failed('configuration', MINUTE))
      await world.later(MINUTE)
    }
    expect(world.reports).toHaveLength(10)
    await world.later(MINUTE)
    expect(await world.state()).toBe('sent')
  })

  it('keeps the opt-out that the provider tells of', async () => {
    const stores = await open()
    const world = new Sending(stores)
    const { contact } = await stores.contacts.resolve({ phone: aDraft().to }, 'c1', NOW)
    world.outcomes.push(failed('opted_out'))
    await world.enqueue(aDraft({ contactId: contact.id }))
    await world.dispatch()
    expect(await world.state()).toBe('failed')
    expect(world.blocked).toEqual([contact.id])
    expect((await stores.contacts.get(contact.id))?.optOut).toMatchObject({ at: NOW })
  })

  describe('a send whose outcome is unknown', () => {
    async function unknown(): Promise<Sending> {
      const world = await sending()
      world.outcomes.push(failed('unknown'))
      await world.enqueue(...lane(aDraft().body, 'two'))
      await world.dispatch()
      expect(world.bodies).toEqual([aDraft().body])
      return world
    }

    it('is not repeated while the list may not have it yet', async () => {
      const world = await unknown()
      await world.later(MINUTE)
      expect(world.sent).toHaveLength(1)
    })

    it('does not rest once it is listed', async () => {
      const world = await unknown()
      world.listed = [listed()]
      await world.later(SECOND)
      expect(world.bodies).toEqual([aDraft().body, 'two'])
    })

    it('is taken as sent when it is listed, and the lane goes on', async () => {
      const world = await unknown()
      world.listed = [listed()]
      await world.later(3 * MINUTE)
      expect(await world.state(aDraft().body)).toBe('sent')
      expect(world.bodies).toEqual([aDraft().body, 'two'])
    })

    it.each([
      ['not listed', []],
      ['listed for somebody else', [listed({ to: '+919800000000' })]],
      ['listed with other words', [listed({ body: 'no' })]],
      ['listed as a TwiML reply', [listed({ direction: 'outbound_reply' })]],
      ['listed long before it was tried', [listed({ createdAt: NOW - MINUTE })]],
    ])('is sent again when it is %s', async (_, list) => {
      const world = await unknown()
      world.listed = list
      await world.later(3 * MINUTE)
      expect(world.bodies).toEqual([aDraft().body, aDraft().body, 'two'])
    })

    it('rests from its own attempt, not from when it was put in', async () => {
      const world = await sending()
      world.outcomes.push(failed('later', 10 * MINUTE), failed('unknown'))
      await world.enqueue(aDraft())
      await world.dispatch()
      await world.later(10 * MINUTE)
      expect(await world.state()).toBe('unknown')
      await world.later(SECOND)
      expect(await world.state()).toBe('unknown')
      world.listed = [listed({ createdAt: NOW + 10 * MINUTE })]
      await world.later(3 * MINUTE)
      expect(world.sent).toHaveLength(2)
      expect(await world.state()).toBe('sent')
    })

    it('is decided however many others must rest yet', async () => {
      const world = await sending()
      const others = Array.from({ length: 30 }, (_, i) =>
        aDraft({ id: `o${i}`, notBefore: NOW + 2 * MINUTE }),
      )
      world.outcomes.push(...Array.from({ length: 31 }, () => failed('unknown')))
      await world.enqueue(...others, aDraft({ id: 'z' }))
      await world.dispatch()
      await world.clock.advance(2 * MINUTE)
      await world.dispatch()
      await world.later(SECOND)
      expect(await world.state('o1')).toBe('unknown')
      expect(await world.state('z')).toBe('sent')
    })

    it('is one message of the list each', async () => {
      const world = await sending()
      world.outcomes.push(failed('unknown'), failed('unknown'))
      await world.enqueue(aDraft({ id: 'o1' }), aDraft({ id: 'o2' }))
      await world.dispatch()
      world.listed = [listed()]
      await world.later(3 * MINUTE)
      expect(world.sent).toHaveLength(3)
    })
  })

  it('finds out about what a dead dispatcher had claimed', async () => {
    const world = await sending()
    await world.enqueue(aDraft())
    await world.deps.outbox.claim({ now: NOW, leaseMs: MINUTE, limit: 1 })
    await world.later(MINUTE)
    expect(await world.state()).toBe('unknown')
    expect(world.sent).toEqual([])
    await world.later(MINUTE)
    expect(world.sent).toHaveLength(1)
  })

  it('ends every send of a round before it tells that the storage failed', async () => {
    const stores = await open()
    const world = new Sending(stores)
    await world.enqueue(aDraft({ id: 'o1' }), aDraft({ id: 'o2' }))
    const settle: OutboxStore['settle'] = async (id, attempt, settlement) => {
      if (id === 'o1') throw new Error('away')
      return stores.outbox.settle(id, attempt, settlement)
    }
    const failing = dispatch({ ...world.deps, outbox: { ...stores.outbox, settle } })
    await expect(failing).rejects.toThrow('away')
    expect(await world.state('o2')).toBe('sent')
  })
})
