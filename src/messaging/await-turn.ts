import type { Channel } from '../base/channel'
import { SECOND, type Clock } from '../base/clock'
import type { OutboxRow } from './outbox-store'
import type { RateStore } from './rate-store'

/** What one sender may send in a second by default (Twilio, 2026): WhatsApp 80; a long number by SMS 1. */
const PER_SECOND: Readonly<Record<Channel, number>> = { whatsapp: 80, sms: 1 }
/** What we start leaves this share of the rate to answers. */
const SHARE_OF_STARTED = 0.75
/** A row that would wait longer is put back, so that it holds up nobody of another sender. */
const LONGEST_WAIT = 2 * SECOND

/** Waits until the sender of the row may send one more. Zero, or how long the row would still have to wait. */
export async function awaitTurn(
  { purpose, channel, from }: OutboxRow,
  { rates, clock }: { readonly rates: RateStore; readonly clock: Clock },
): Promise<number> {
  const perSecond = PER_SECOND[channel]
  const started = Math.max(1, Math.floor(perSecond * SHARE_OF_STARTED))
  const asks = [
    ...(purpose === 'reply' ? [] : [{ key: `started ${channel} ${from}`, perSecond: started }]),
    { key: `all ${channel} ${from}`, perSecond },
  ]
  const deadline = clock.now() + LONGEST_WAIT
  for (const ask of asks) {
    for (;;) {
      const wait = await rates.take(ask)
      if (wait === 0) break
      if (clock.now() + wait > deadline) return wait
      await clock.sleep(wait)
    }
  }
  return 0
}
