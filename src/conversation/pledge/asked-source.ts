import { alertId } from '../../blood/alerts/alert'
import type { ActionDeps } from '../action/deps'
import type { AskedSource } from '../bot/bound-answer'
import { askedOf } from './asked-of'

/** Reads from the stores what a donor's answer may be about. An alert's message has the alert's id in the outbox. */
export function askedSource(deps: Pick<ActionDeps, 'stores'>): AskedSource {
  const { outbox, requests } = deps.stores
  return {
    of: (contactId, now) => askedOf(deps, contactId, now),
    quoted: async (sid, asked, contactId) => {
      for (const { requestId, code } of asked) {
        const row = await outbox.get(alertId(requestId, contactId))
        if (row?.sid === sid) return code
      }
      return undefined
    },
    isCode: async (code) => (await requests.byCode(code)) !== undefined,
  }
}
