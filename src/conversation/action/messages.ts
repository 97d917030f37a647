import { DAY, type Instant } from '../../base/clock'
import type { Channel } from '../../base/channel'
import type { Locale } from '../../base/locale'
import { keyedId } from '../../base/keyed-id'
import { shownOrganisation } from '../../blood/organisation/organisation'
import type { Contact } from '../../contacts/contact'
import type { OutboxDraft, Purpose } from '../../messaging/outbox-store'
import type { ActionDeps } from './deps'
import type { Message } from './todos'

interface Posted {
  /** The same id is the same message, whoever writes it again. */
  readonly id: string
  readonly message: Message
  readonly now: Instant
}

/** One row per coordinator, in the coordinator's own language. Without coordinators nobody is told. */
export async function tellCoordinators({ id, message, now }: Posted, deps: ActionDeps): Promise<void> {
  const drafts: OutboxDraft[] = []
  for (const [nth, phone] of deps.coordinators.entries()) {
    const { contact } = await deps.stores.contacts.resolve({ phone }, keyedId(`${id}#${nth}`), now)
    const own = { id: keyedId(`${id}#${contact.id}`), message, now, purpose: 'coordinator' } as const
    const draft = draftTo(contact, own, deps)
    if (!draft) throw new Error('no sender of ours reaches a coordinator')
    drafts.push(draft)
  }
  await deps.stores.outbox.enqueue(drafts, now)
}

/** One row for somebody who wrote to us, on the channel of their last yes; none where that person cannot be reached. */
export async function tellContact(
  contactId: string,
  { purpose, ...posted }: Posted & { readonly purpose: Purpose },
  deps: ActionDeps,
): Promise<void> {
  const contact = await deps.stores.contacts.get(contactId)
  const draft = contact && draftTo(contact, { ...posted, purpose }, deps)
  if (draft) await deps.stores.outbox.enqueue([draft], posted.now)
}

function draftTo(
  contact: Contact,
  { id, message, now, purpose }: Posted & { readonly purpose: Purpose },
  deps: ActionDeps,
): OutboxDraft | undefined {
  const route = routeTo(contact, deps)
  if (!route) return undefined
  const locale = contact.locale ?? contact.consents.at(-1)?.locale ?? deps.defaultLocale
  return {
    id,
    purpose,
    contactId: contact.id,
    ...route,
    body: bodyOf(message, { locale, channel: route.channel }, deps),
    // A lane of its own: a message that cannot leave holds up no other.
    lane: id,
    seq: 0,
    notBefore: now,
    notAfter: now + DAY,
  }
}

/** The channel of the last yes, else WhatsApp, else SMS: the first on which both sides have an address. */
function routeTo(
  { phone, whatsappUserId, consents }: Contact,
  { senders }: ActionDeps,
): Pick<OutboxDraft, 'channel' | 'from' | 'to'> | undefined {
  const last = consents.at(-1)?.channel
  const addresses = { whatsapp: phone ?? whatsappUserId, sms: phone }
  const channels: readonly Channel[] = [...(last ? [last] : []), 'whatsapp', 'sms']
  for (const channel of channels) {
    const from = senders[channel]
    const to = addresses[channel]
    if (from !== undefined && to !== undefined) return { channel, from, to }
  }
  return undefined
}

/** The text of a message for one reader. */
export function bodyOf(
  { text, values, words = {} }: Message,
  reader: { readonly locale: Locale; readonly channel: Channel },
  { texts, organisation, senders }: Pick<ActionDeps, 'texts' | 'organisation' | 'senders'>,
): string {
  const org = shownOrganisation(organisation, reader.locale, senders.whatsapp)
  const worded = Object.entries(words).map(([name, key]) => [
    name,
    texts.text(`messages:${key}`, { ...reader, values: { org } }),
  ])
  return texts.text(`messages:${text}`, {
    ...reader,
    values: { ...values, ...(Object.fromEntries(worded) as { readonly [name: string]: string }), org },
  })
}
