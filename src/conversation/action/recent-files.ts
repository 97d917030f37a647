import { fileIdOf } from '../../files/file-id'
import { fileKindOf } from '../../files/file-kind'
import type { FileNote } from '../../files/file-store'
import { KEPT_ALONE } from '../../files/retention'
import type { ActionContext } from './action'
import type { ActionDeps } from './deps'
import type { ShownFile } from './todos'

/** As many as one message shows. */
const MOST_SHOWN = 10
/** A message of WhatsApp brings one; an MMS up to ten. */
const MOST_IN_MESSAGE = 10

/** What a contact sent within a day and we keep, for a coordinator to look at; the latest ones, oldest first. */
export async function recentFiles(
  { contactId, now }: Pick<ActionContext, 'contactId' | 'now'>,
  { stores }: ActionDeps,
): Promise<readonly ShownFile[]> {
  return shownFiles(await stores.files.of(contactId, now - KEPT_ALONE))
}

/** What is kept with a request, for a coordinator to look at; the latest ones, oldest first. */
export async function filesOfRequest(
  requestId: string,
  { stores }: ActionDeps,
): Promise<readonly ShownFile[]> {
  return shownFiles(await stores.files.ofRequest(requestId))
}

function shownFiles(notes: readonly FileNote[]): readonly ShownFile[] {
  const shown = notes.flatMap(({ id, contentType }) => {
    const kind = fileKindOf(contentType)
    return kind === undefined ? [] : [{ id, kind }]
  })
  return shown.slice(-MOST_SHOWN)
}

/** What this turn's own message brought. */
export async function filesOfMessage(
  context: ActionContext,
  deps: ActionDeps,
): Promise<readonly ShownFile[]> {
  const ids = Array.from({ length: MOST_IN_MESSAGE }, (_, nth) => fileIdOf(context.sid, nth))
  return (await recentFiles(context, deps)).filter(({ id }) => ids.includes(id))
}
