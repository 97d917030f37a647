import { z } from 'zod'
import { fileIdOf } from '../../files/file-id'
import { KEPT_ALONE } from '../../files/retention'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ media: z.array(z.object({ url: z.string(), contentType: z.string() })) })

/** Notes what a message brought, before anything else is made of it; it is fetched a moment later. Repeatable. */
export function keepFiles({ stores }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'keep_files',
    type: 'effect',
    args,
    reasons: [],
    perform: async ({ media }, { sid, contactId, now }) => {
      for (const [nth, { url, contentType }] of media.entries()) {
        const expireAt = now + KEPT_ALONE
        const id = fileIdOf(sid, nth)
        await stores.files.expect({ id, contactId, contentType, url, storedAt: now, expireAt })
      }
      return { ok: true }
    },
  }
}
