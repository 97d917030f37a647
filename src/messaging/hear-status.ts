import type { FormDeps } from './choose-form'
import { isFailure, statusMayFollow } from './delivery-status'
import { goAnotherWay } from './go-another-way'
import type { OutboxRow, OutboxStore } from './outbox-store'
import { recordOptOut, type OptOutDeps } from './record-opt-out'
import type { StatusWord } from './status-word'

export interface HearStatusDeps extends OptOutDeps, FormDeps {
  readonly outbox: OutboxStore
}

/**
 * Keeps what the provider says became of a message, and acts on what it says of the person. Of a message that never was
 * in the outbox, such as the answer to a webhook, only a failure is news. A repeat changes nothing.
 */
export async function hearStatus(word: StatusWord, deps: HearStatusDeps): Promise<void> {
  const id = word.outboxId ?? word.sid
  const row = await deps.outbox.get(id)
  if (!row && !isFailure(word.status)) return
  const contactId = row?.contactId ?? (await deps.contacts.find(word.to))?.id
  // To nobody we know: not ours.
  if (contactId === undefined) return
  // First what follows, then the word: after a crash in between, the provider's repeat is still news.
  if (word.error && isFailure(word.status) && isNews(word, row)) await follow(word, { contactId, row }, deps)
  if (row) await deps.outbox.applyStatus(id, word)
  else await deps.outbox.noteFailed({ id, contactId }, word, deps.clock.now())
}

async function follow(
  { sid, channel, error }: StatusWord,
  { contactId, row }: { readonly contactId: string; readonly row: OutboxRow | undefined },
  deps: HearStatusDeps,
): Promise<void> {
  // It failed because this person wants no messages from us: blocked us, or said STOP to the provider.
  if (error?.kind === 'opted_out') await recordOptOut(contactId, { sid, channel }, deps)
  else if (error && row) await goAnotherWay(row, error, deps)
}

function isNews({ status }: StatusWord, row: OutboxRow | undefined): boolean {
  return row?.status === undefined || statusMayFollow(row.status, status)
}
