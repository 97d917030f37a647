import { dateAt } from '../../base/calendar'
import type { Address } from '../../base/channel'
import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from './deps'
import { withPhone } from './hand-over'
import { tellCoordinators } from './messages'
import type { Message } from './todos'

/** To coordinators: a family with these open requests gets no more messages, and has to be called. */
export function callInstead(
  open: readonly BloodRequest[],
  phone: Address | undefined,
  /** Those whose stated number may be called. */
  reachable: readonly BloodRequest[] = open,
): Message {
  const values = { reason: 'opted_out_with_request', codes: open.map(({ code }) => code) }
  const stated = reachable.find(({ contactPhone }) => contactPhone !== undefined)
  return withPhone({ text: 'coordinator_call', values }, stated?.contactPhone ?? phone)
}

/**
 * The provider delivers nothing to this person any more. With a request open, coordinators are told to call; a person who
 * had opted out before was told of then. Repeatable; to be called before the opt-out is kept.
 */
export async function callBlockedFamily(contactId: string, now: Instant, deps: ActionDeps): Promise<void> {
  const contact = await deps.stores.contacts.get(contactId)
  if (!contact || contact.optOut) return
  const open = await deps.stores.requests.openOf(contact.id)
  if (open.length === 0) return
  const message = callInstead(open, contact.phone)
  // Several messages may come back at the same moment: one call a day is asked for.
  const id = keyedId(`blocked ${contact.id} ${dateAt(now, deps.timeZone)}`)
  await tellCoordinators({ id, message, now }, deps)
}
