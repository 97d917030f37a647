import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { fileKindOf } from '../../files/file-kind'
import type { FileNote } from '../../files/file-store'
import type { ActionDeps } from './deps'
import { withPhone } from './hand-over'
import { tellCoordinators } from './messages'

/** Tells coordinators that something somebody sent could not be kept, so that they ask for it. Repeatable. */
export async function tellOfLostFile(file: FileNote, now: Instant, deps: ActionDeps): Promise<void> {
  const kind = fileKindOf(file.contentType) ?? 'document'
  const contact = await deps.stores.contacts.get(file.contactId)
  const message = withPhone({ text: 'coordinator_file_lost', values: { kind } }, contact?.phone)
  await tellCoordinators({ id: keyedId(`lost ${file.id}`), message, now }, deps)
}
