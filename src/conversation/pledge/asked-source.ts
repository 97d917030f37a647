import { alertId } from '../../blood/alerts/alert'
import type { ActionDeps } from '../action/deps'
import { alertMessageIds } from '../alerts/alert-drafts'
import type { AskedSource } from '../bot/bound-answer'
import { askedOf } from './asked-of'

/** Reads from the stores what a donor's answer may be about. */
export function askedSource(deps: Pick<ActionDeps, 'stores'>): AskedSource {
  const { alerts, outbox, requests } = deps.stores
  return {
    of: (contactId, now) => askedOf(deps, contactId, now),
    quoted: async (sid, asked, contactId) => {
      for (const { requestId, code } of asked) {
        const alert = await alerts.get(alertId(requestId, contactId))
        const ids = alert ? Object.values(alertMessageIds(alert)) : []
        const rows = await Promise.all(ids.map((id) => outbox.get(id)))
        if (rows.some((row) => row?.sid === sid)) return code
      }
      return undefined
    },
    isCode: async (code) => (await requests.byCode(code)) !== undefined,
  }
}
