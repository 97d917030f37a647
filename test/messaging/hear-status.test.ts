import { hearStatus } from '../../src/messaging/hear-status'
import type { DeliveryStatus } from '../../src/messaging/delivery-status'
import type { StatusWord } from '../../src/messaging/status-word'
import type { Stores } from '../../src/storage/stores'
import { manualClock } from '../channels/support/manual-clock'
import { forEachEngine } from '../support/engines'
import { sendingDeps } from './support/sending-deps'
import { aDraft, NOW } from '../support/records'

const REPLY = 'SMin:reply:0'
const OURS = '+14155238886'
const PHONE = '+919876543210'

function aWord(status: DeliveryStatus, more: Partial<StatusWord> = {}): StatusWord {
  return { sid: 'SMout', channel: 'whatsapp', from: OURS, to: PHONE, status, ...more }
}

const BLOCKED = { code: '63033', error: { kind: 'opted_out', code: '63033' } } as const

/** Who hears, and whom coordinators were told to call. */
class Hearing {
  readonly blocked: string[] = []
  crashes = false

  constructor(readonly stores: Stores) {}

  async hear(...words: readonly StatusWord[]): Promise<void> {
    const { stores } = this
    for (const word of words) {
      await hearStatus(word, {
        ...sendingDeps(stores, manualClock(NOW)),
        outbox: this.crashes
          ? { ...stores.outbox, noteFailed: () => Promise.reject(new Error('crash')) }
          : stores.outbox,
        onBlocked: async (contactId) => void this.blocked.push(contactId),
      })
    }
  }

  async meet(): Promise<string> {
    return (await this.stores.contacts.resolve({ phone: PHONE }, 'c1', NOW)).contact.id
  }

  async optOut() {
    return (await this.stores.contacts.get('c1'))?.optOut
  }
}

forEachEngine((_engine, open) => {
  describe('hearStatus', () => {
    it.each<[string, string | undefined]>([
      ['with our id', REPLY],
      ['without our id', undefined],
    ])('keeps that an answer to a webhook failed, %s', async (_how, outboxId) => {
      const hearing = new Hearing(await open())
      await hearing.meet()
      const mine = outboxId === undefined ? {} : { outboxId }
      await hearing.hear(aWord('sent', mine), aWord('undelivered', { ...mine, code: '30003' }))
      expect(await hearing.stores.outbox.get(outboxId ?? 'SMout')).toMatchObject({
        ...{ contactId: 'c1', purpose: 'reply', to: PHONE, sid: 'SMout' },
        ...{ status: 'undelivered', statusCode: '30003' },
      })
      expect(await hearing.optOut()).toBeUndefined()
    })

    it.each<[string, readonly DeliveryStatus[], DeliveryStatus]>([
      ['twice', ['failed', 'failed'], 'failed'],
      ['out of order', ['undelivered', 'sent', 'queued'], 'undelivered'],
      ['with two ends', ['undelivered', 'failed', 'delivered'], 'undelivered'],
    ])('keeps what was first said at last: %s', async (_how, said, kept) => {
      const hearing = new Hearing(await open())
      await hearing.meet()
      for (const status of said) await hearing.hear(aWord(status))
      expect(await hearing.stores.outbox.get('SMout')).toMatchObject({ status: kept })
    })

    it('keeps nothing of what arrived, nor of messages to nobody we know', async () => {
      const hearing = new Hearing(await open())
      await hearing.hear(aWord('failed', BLOCKED))
      await hearing.meet()
      await hearing.hear(aWord('sent'), aWord('delivered'), aWord('read'))
      expect(await hearing.stores.outbox.get('SMout')).toBeUndefined()
      expect(hearing.blocked).toEqual([])
    })

    it('says of a row that the answer to the webhook left after all', async () => {
      const hearing = new Hearing(await open())
      await hearing.stores.outbox.enqueue([aDraft({ id: REPLY })], NOW)
      await hearing.hear(aWord('delivered', { outboxId: REPLY }))
      expect(await hearing.stores.outbox.get(REPLY)).toMatchObject({ state: 'sent', sid: 'SMout' })
    })

    it.each<[string, string | undefined]>([
      ['an answer to a webhook', undefined],
      ['a row of the outbox', 'o1'],
    ])('opts somebody out who blocked us, told once by %s', async (_what, outboxId) => {
      const hearing = new Hearing(await open())
      const contactId = await hearing.meet()
      await hearing.stores.outbox.enqueue([aDraft({ id: 'o1', contactId })], NOW)
      const word = aWord('undelivered', { ...BLOCKED, ...(outboxId !== undefined && { outboxId }) })
      await hearing.hear(word)
      expect(await hearing.optOut()).toEqual({
        at: NOW,
        sid: 'SMout',
        channel: 'whatsapp',
        toldBy: 'provider',
      })
      expect(hearing.blocked).toEqual(['c1'])
      // START, and then the provider repeats itself.
      await hearing.stores.contacts.change(contactId, { set: 'opt_in' })
      await hearing.hear(word, aWord('failed', word))
      expect(await hearing.optOut()).toBeUndefined()
      expect(hearing.blocked).toEqual(['c1'])
    })

    it('does not opt out whom the message reached, whatever comes later', async () => {
      const hearing = new Hearing(await open())
      const contactId = await hearing.meet()
      await hearing.stores.outbox.enqueue([aDraft({ id: 'o1', contactId })], NOW)
      await hearing.hear(aWord('delivered', { outboxId: 'o1' }))
      await hearing.hear(aWord('failed', { outboxId: 'o1', ...BLOCKED }))
      expect(await hearing.optOut()).toBeUndefined()
    })

    it('is told once more after a crash, and then keeps it', async () => {
      const hearing = new Hearing(await open())
      await hearing.meet()
      hearing.crashes = true
      await expect(hearing.hear(aWord('failed', BLOCKED))).rejects.toThrow('crash')
      hearing.crashes = false
      await hearing.hear(aWord('failed', BLOCKED))
      expect(hearing.blocked).toEqual(['c1', 'c1'])
      expect(await hearing.stores.outbox.get('SMout')).toMatchObject({ status: 'failed' })
    })
  })
})
