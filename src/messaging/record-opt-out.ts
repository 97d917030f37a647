import type { Channel } from '../base/channel'
import type { Clock } from '../base/clock'
import type { ContactStore } from '../contacts/contact-store'

export interface OptOutDeps {
  readonly contacts: ContactStore
  readonly clock: Clock
  /** Told of a person whom the provider delivers nothing to any more, before that is kept; may be told twice. */
  readonly onBlocked: (contactId: string) => Promise<void>
}

/** The provider says that this person wants no messages from us; `sid` names the message it said so of. */
export async function recordOptOut(
  contactId: string,
  told: { readonly sid: string; readonly channel: Channel },
  { contacts, clock, onBlocked }: OptOutDeps,
): Promise<void> {
  await onBlocked(contactId)
  const optOut = { at: clock.now(), ...told, toldBy: 'provider' } as const
  await contacts.change(contactId, { set: 'opt_out', optOut })
}
