import { z } from 'zod'
import { upcomingCamps } from '../../blood/camps/upcoming-camps'
import { inLocale } from '../../blood/organisation/organisation'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({})
/** More than these make a message that nobody reads to the end. */
const SHOWN = 4

/** The next camps, nearest first. */
export function listCamps({ stores, timeZone }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'list_camps',
    type: 'look',
    args,
    reasons: ['none'],
    perform: async (_args, { now, locale }) => {
      const camps = await upcomingCamps(SHOWN, { camps: stores.camps, now, timeZone })
      if (camps.length === 0) return { ok: false, reason: 'none' }
      return {
        ok: true,
        values: {
          camps: camps.map((camp) => ({
            name: inLocale(camp.name, locale),
            place: inLocale(camp.place, locale),
            date: camp.date,
            from: camp.from,
            until: camp.until,
            ...(camp.mapLink !== undefined && { map: camp.mapLink }),
          })),
        },
      }
    },
  }
}
