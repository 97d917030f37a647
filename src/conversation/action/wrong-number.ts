import { z } from 'zod'
import { keyedId } from '../../base/keyed-id'
import { withdrawEverywhere } from '../pledge/withdraw-everywhere'
import type { Action, ActionContext } from './action'
import { callInstead } from './call-family'
import type { ActionDeps } from './deps'
import { tellCoordinators } from './messages'

const args = z.object({})

/**
 * The number belongs to somebody else now: it is asked nothing any more, and nothing of the old person is shown. What the
 * old person agreed to, asked for and speaks for stays on record under an id that no number leads to; with a request open
 * coordinators are told, who know how else to reach the family.
 */
export function wrongNumber(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'wrong_number',
    type: 'effect',
    args,
    reasons: [],
    perform: async (_args, context) => {
      const { contacts, donors, moveBelongings } = deps.stores
      const { key, contactId, now, sid, channel } = context
      const optOut = { at: now, sid, channel }
      const formerId = keyedId(`${key}#former`)
      await contacts.change(contactId, { set: 'opt_out', optOut })
      await donors.setAvailable(key, contactId, false)
      await withdrawEverywhere(context, deps)
      await callFamily(context, deps)
      await moveBelongings(contactId, formerId)
      await contacts.leave(contactId, { formerId, optOut })
      return { ok: true }
    },
  }
}

/** By another number than the one that is wrong, if the family stated one. */
async function callFamily({ key, contactId, now, phone }: ActionContext, deps: ActionDeps): Promise<void> {
  const open = await deps.stores.requests.openOf(contactId)
  if (open.length === 0) return
  const others = open.filter(({ contactPhone }) => contactPhone !== phone)
  const message = callInstead(open, undefined, others)
  await tellCoordinators({ id: keyedId(`${key}#family`), message, now }, deps)
}
