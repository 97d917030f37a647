import type { Address } from '../base/channel'
import type { Instant } from '../base/clock'
import { chooseForm, insteadBySms, type Form, type FormDeps } from './choose-form'
import type { OutboxDraft, OutboxRow, OutboxStore } from './outbox-store'
import type { SendError } from './sender'

/** How a message goes on after a failure. */
type Way =
  | { readonly by: 'template' }
  | { readonly by: 'link'; readonly link: string }
  | { readonly by: 'sms'; readonly from: Address; readonly body: string }
  | { readonly by: 'again'; readonly at: Instant }

/**
 * Lets a message that could not leave, or did not arrive, go another way when there is one: as an approved template, by
 * SMS, with a link in place of what goes with it, or once more later. Whether it does. The row that goes on has an id that follows from the failed one's, so that
 * whoever hears of the failure again changes nothing.
 */
export async function goAnotherWay(
  row: OutboxRow,
  error: SendError,
  deps: FormDeps & { readonly outbox: OutboxStore },
): Promise<boolean> {
  const way = deps.clock.now() > row.notAfter ? undefined : await wayFor(row, error, deps)
  if (!way) return false
  await deps.outbox.enqueue([draftOf(row, way, deps.clock.now())], deps.clock.now())
  return true
}

/** By SMS in place of WhatsApp: the row that goes on. */
export function smsInstead(row: OutboxRow, form: Extract<Form, { kind: 'sms' }>, now: Instant): OutboxDraft {
  return draftOf(row, { by: 'sms', from: form.from, body: form.body }, now)
}

async function wayFor(row: OutboxRow, error: SendError, deps: FormDeps): Promise<Way | undefined> {
  if (error.kind === 'later') return onceMore(row, deps.clock.now() + (error.retryAfterMs ?? 0))
  if (row.channel === 'sms') return undefined
  if (error.kind === 'without_media')
    return row.mediaUrl === undefined ? undefined : { by: 'link', link: row.mediaUrl }
  if (error.kind === 'other_channel') return wayOf(insteadBySms(row, deps))
  if (error.kind !== 'other_template' || row.by !== undefined) return undefined
  return wayOf(await chooseForm({ ...row, by: 'template' }, deps))
}

function wayOf(form: Form): Way | undefined {
  if (form.kind === 'content') return { by: 'template' }
  return form.kind === 'sms' ? { by: 'sms', from: form.from, body: form.body } : undefined
}

/** What did not arrive for a passing reason is tried once more, not for ever. */
function onceMore(row: OutboxRow, at: Instant): Way | undefined {
  return row.id.endsWith('~again') || at > row.notAfter ? undefined : { by: 'again', at }
}

function draftOf(row: OutboxRow, way: Way, now: Instant): OutboxDraft {
  const { purpose, contactId, channel, from, to, body, template, by, subject } = row
  const { mediaUrl, happensAt, nightApprovedBy } = row
  const shared = {
    id: `${row.id}~${way.by}`,
    purpose,
    contactId,
    to,
    // In its own place: what waits behind it goes on waiting.
    lane: row.lane,
    seq: row.seq,
    notBefore: way.by === 'again' ? way.at : now,
    notAfter: row.notAfter,
    ...(template && { template }),
    ...(subject && { subject }),
    ...(happensAt !== undefined && { happensAt }),
    ...(nightApprovedBy !== undefined && { nightApprovedBy }),
  }
  if (way.by === 'sms') return { ...shared, channel: 'sms', from: way.from, body: way.body, by: 'sms' }
  if (way.by === 'template') return { ...shared, channel, from, body, by: 'template' }
  if (way.by === 'link') return { ...shared, channel, from, body: `${body}\n${way.link}` }
  const media = mediaUrl !== undefined && { mediaUrl }
  return { ...shared, channel, from, body, ...(by && { by }), ...media }
}
