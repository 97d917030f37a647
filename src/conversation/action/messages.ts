import { DAY, type Instant } from '../../base/clock'
import type { Channel } from '../../base/channel'
import type { Locale } from '../../base/locale'
import { keyedId } from '../../base/keyed-id'
import { shownOrganisation } from '../../blood/organisation/organisation'
import type { Contact } from '../../contacts/contact'
import type { OutboxDraft } from '../../messaging/outbox-store'
import type { Purpose } from '../../messaging/purposes'
import { splitText } from '../../messaging/split-text'
import type { Json } from '../turn/conversation'
import type { ActionDeps } from './deps'
import { templateUse } from './template-use'
import type { Message } from './todos'

interface Reader {
  readonly locale: Locale
  readonly channel: Channel
}

interface Posted {
  /** The same id is the same message, whoever writes it again. */
  readonly id: string
  readonly message: Message
  readonly now: Instant
  /** Among messages of one effect, which go out at the same moment: the lower first. */
  readonly place?: number
  /** When what it is about happens. */
  readonly happensAt?: Instant
}

/** To every coordinator, in the coordinator's own language. Without coordinators nobody is told. */
export async function tellCoordinators(posted: Posted, deps: ActionDeps): Promise<void> {
  const { id, now } = posted
  const drafts: OutboxDraft[] = []
  for (const [nth, phone] of deps.coordinators.entries()) {
    const { contact } = await deps.stores.contacts.resolve({ phone }, keyedId(`${id}#${nth}`), now)
    const own = { ...posted, id: keyedId(`${id}#${contact.id}`), purpose: 'coordinator' } as const
    const its = draftsTo(contact, own, deps)
    if (its.length === 0) throw new Error('no sender of ours reaches a coordinator')
    drafts.push(...its)
  }
  await deps.stores.outbox.enqueue(drafts, now)
}

/** To somebody who wrote to us, on the channel of their last yes; nothing where that person cannot be reached. */
export async function tellContact(
  contactId: string,
  { purpose, ...posted }: Posted & { readonly purpose: Purpose },
  deps: ActionDeps,
): Promise<void> {
  const contact = await deps.stores.contacts.get(contactId)
  const drafts = contact ? draftsTo(contact, { ...posted, purpose }, deps) : []
  if (drafts.length > 0) await deps.stores.outbox.enqueue(drafts, posted.now)
}

/** The rows of one message, in order: more than one when it is too long. */
function draftsTo(
  contact: Contact,
  { id, message, now, place = 0, happensAt, purpose }: Posted & { readonly purpose: Purpose },
  deps: ActionDeps,
): readonly OutboxDraft[] {
  const route = routeTo(contact, deps)
  if (!route) return []
  const locale = contact.locale ?? contact.consents.at(-1)?.locale ?? deps.defaultLocale
  const reader = { locale, channel: route.channel }
  const text = [bodyOf(message, reader, deps), ...linksIn(message, { reader, now }, deps)].join('\n')
  const said = { key: message.text, purpose, values: valuesOf(message, reader, deps), body: text }
  const template = templateUse(said, reader, deps)
  return splitText(text).map((body, nth) => ({
    id: nth === 0 ? id : keyedId(`${id}#part${nth}`),
    purpose,
    contactId: contact.id,
    ...route,
    body,
    ...(template && nth === 0 && { template }),
    // A lane of its own: a message that cannot leave holds up no other.
    ...(happensAt !== undefined && { happensAt }),
    lane: id,
    seq: place + nth,
    notBefore: now,
    notAfter: now + DAY,
  }))
}

/** By SMS a link would cost as much as the message. */
function linksIn(
  { files = [] }: Message,
  { reader, now }: { readonly reader: Reader; readonly now: Instant },
  { texts, fileLinks }: ActionDeps,
): readonly string[] {
  if (files.length === 0 || reader.channel === 'sms') return []
  const shown = files.map(({ id, kind }) => ({ kind, link: fileLinks.linkTo(id, now) }))
  return [texts.text('messages:coordinator_files', { ...reader, values: { files: shown } })]
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
  message: Message,
  reader: Reader,
  deps: Pick<ActionDeps, 'texts' | 'organisation' | 'senders'>,
): string {
  return deps.texts.text(`messages:${message.text}`, { ...reader, values: valuesOf(message, reader, deps) })
}

/** What a message shows, its words in the reader's language. */
export function valuesOf(
  { values, words = {} }: Message,
  reader: Reader,
  { texts, organisation, senders }: Pick<ActionDeps, 'texts' | 'organisation' | 'senders'>,
): { readonly [name: string]: Json } {
  const org = shownOrganisation(organisation, reader.locale, senders.whatsapp)
  const worded = Object.entries(words).map(([name, key]) => [
    name,
    texts.text(`messages:${key}`, { ...reader, values: { org } }),
  ])
  return { ...values, ...(Object.fromEntries(worded) as { readonly [name: string]: string }), org }
}
