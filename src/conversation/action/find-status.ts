import { z } from 'zod'
import { dateAt } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import type { Donor } from '../../blood/donors/donor'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { shownRequest } from './shown-request'

const args = z.object({})

/** The open requests of this contact, and whether the contact is a donor. */
export function findStatus({ stores, timeZone }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'find_status',
    type: 'look',
    args,
    reasons: ['nothing'],
    perform: async (_args, { contactId, now }) => {
      const requests = await stores.requests.openOf(contactId)
      const donor = await stores.donors.get(contactId)
      if (requests.length === 0 && !donor) return { ok: false, reason: 'nothing' }
      return {
        ok: true,
        values: {
          requests: requests.map(shownRequest),
          count: requests.length,
          open: requests.length > 0,
          donor: donor !== undefined,
          rest_until: rests(donor, dateAt(now, timeZone)) ?? null,
        },
      }
    },
  }
}

/** The day until which the donor rests, while it has not come. */
function rests(donor: Donor | undefined, today: CalendarDate): CalendarDate | undefined {
  return donor?.restUntil !== undefined && donor.restUntil > today ? donor.restUntil : undefined
}
