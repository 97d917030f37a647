import { isPhone, type Address, type Channel } from '../base/channel'
import { DAY, MINUTE, type Clock, type Instant } from '../base/clock'
import type { OutboxRow } from './outbox-store'
import type { SendableContent, TemplateLibrary } from './templates/template-library'

/** WhatsApp takes free text for so long after the person's last message; a little less, so that none comes too late. */
export const WINDOW = DAY - 5 * MINUTE

/** When a person last wrote to one of our senders. */
export interface LastInbound {
  lastInboundAt(contactId: string, channel: Channel, sender: Address): Promise<Instant | undefined>
}

/** The shape in which a message leaves; `opens` when it opens a conversation, which WhatsApp counts. */
export type Form =
  | { readonly kind: 'text' }
  | { readonly kind: 'content'; readonly content: SendableContent; readonly opens: boolean }
  | { readonly kind: 'sms'; readonly from: Address; readonly body: string }
  | { readonly kind: 'none' }

export interface FormDeps {
  readonly lastInbound: LastInbound
  readonly templates: TemplateLibrary
  readonly senders: { readonly [channel in Channel]?: Address }
  /** Country codes where an SMS that we start must be a registered text. */
  readonly registeredSmsOnly: readonly string[]
  readonly clock: Clock
}

/**
 * How a message may leave now: inside WhatsApp's window as it is written (or with buttons), outside it as an approved
 * template, and by SMS only where a registered text exists.
 */
export async function chooseForm(row: OutboxRow, deps: FormDeps): Promise<Form> {
  if (row.channel === 'sms') return smsForm(row, deps)
  // An answer comes right after a question: the window is open, and asking for it would cost every turn.
  if (row.purpose === 'reply' && !row.template) return { kind: 'text' }
  const { template } = row
  if (row.by !== 'template' && (await windowIsOpen(row, deps))) {
    const content = template && (await deps.templates.withButtons(template))
    return content ? { kind: 'content', content, opens: false } : { kind: 'text' }
  }
  const content = template && (await deps.templates.approved(template))
  return content ? { kind: 'content', content, opens: true } : insteadBySms(row, deps)
}

/** The registered SMS text that may take the message's place. */
export function insteadBySms(row: OutboxRow, { templates, senders }: FormDeps): Form {
  const body = row.template && templates.sms(row.template)
  const from = senders.sms
  return body !== undefined && from !== undefined && isPhone(row.to)
    ? { kind: 'sms', from, body }
    : { kind: 'none' }
}

function smsForm(row: OutboxRow, { registeredSmsOnly }: FormDeps): Form {
  const free = row.purpose === 'reply' || !registeredSmsOnly.some((code) => row.to.startsWith(code))
  return row.by === 'sms' || free ? { kind: 'text' } : { kind: 'none' }
}

async function windowIsOpen({ contactId, channel, from }: OutboxRow, deps: FormDeps): Promise<boolean> {
  const last = await deps.lastInbound.lastInboundAt(contactId, channel, from)
  return last !== undefined && deps.clock.now() - last < WINDOW
}
