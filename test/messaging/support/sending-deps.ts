import type { FormDeps } from '../../../src/messaging/choose-form'
import type { DispatcherDeps } from '../../../src/messaging/dispatcher'
import { templateLibrary } from '../../../src/messaging/templates/template-library'
import type { Stores } from '../../../src/storage/stores'

/** What a dispatcher needs besides sender and clock: nothing limits, nobody is told, and everybody wrote just now. */
export function sendingDeps(
  stores: Pick<Stores, 'outbox' | 'contacts'>,
  clock: DispatcherDeps['clock'],
): Omit<DispatcherDeps, 'sender'> & FormDeps {
  return {
    outbox: stores.outbox,
    contacts: stores.contacts,
    quotas: { admit: async () => true },
    rates: { take: async () => 0 },
    clock,
    timeZone: 'Asia/Kolkata',
    peoplePerDay: 1000,
    bulkPerDay: 1000,
    senders: { whatsapp: '+14155238886', sms: '+14155550100' },
    registeredSmsOnly: [],
    lastInbound: { lastInboundAt: async () => clock.now() },
    templates: templateLibrary({
      files: [],
      store: { put: async () => undefined, list: async () => [] },
      clock,
    }),
    isRelevant: async () => true,
    onBlocked: async () => undefined,
    onSendError: () => undefined,
    onHeld: () => undefined,
  }
}
