import { z } from 'zod'
import { dateAt } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { restUntil } from '../../blood/donors/donor-rules'
import { placesForUnits } from '../alerts/places-for-units'
import { askedRequest, pledgeOf } from '../pledge/asked-request'
import { oneFewer } from '../pledge/pledge-news'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { withPhone } from './hand-over'
import { tellCoordinators } from './messages'
import { todosOf, type TodoWork } from './todos'

const args = z.object({
  code: z.string().nullish(),
  picked: z.string().nullish(),
  on: z.string(),
})

/**
 * "I gave on that day": the rest period begins at once. For this request (since the yes) a coordinator is asked to confirm,
 * since only a confirmed donation counts; a donation elsewhere gives the place back.
 */
export function reportGave(deps: ActionDeps): Action<z.infer<typeof args>> {
  const { stores, timeZone } = deps
  return {
    name: 'report_gave',
    type: 'effect',
    args,
    reasons: [],
    perform: async ({ code, picked, on }, context) => {
      const { key, contactId, now } = context
      const until = await rest(on, context, deps)
      const asked = await askedRequest(code ?? picked ?? '', deps)
      const own = asked && pledgeOf(asked.places, contactId)
      if (!asked || !own) return { ok: true, values: { until, here: false } }
      const here = own.arrivesAt !== undefined && on >= dateAt(own.saidYesAt, timeZone)
      const { request } = asked
      const told = toConfirm(request.code, context)
      const moved = await stores.places.move(key, request.id, {
        event: here ? 'says_gave' : 'fails_pre_screen',
        by: 'donor',
        at: now,
        donorId: contactId,
        placesFor: placesForUnits(request, deps),
        todo: todosOf(key, here ? [told] : oneFewer(request, own.state)),
      })
      // Who came after a day, or after the place was gone, gave all the same: only a coordinator can say so.
      if (here && !moved.ok && own.state !== 'donated')
        await tellCoordinators({ id: keyedId(key), message: told, now }, deps)
      return { ok: true, values: { until, here, code: request.code } }
    },
  }
}

/** When the donor may give again; nothing for somebody who is not registered, or whose time is over. */
async function rest(
  on: CalendarDate,
  { key, contactId, now }: ActionContext,
  { stores, timeZone }: ActionDeps,
): Promise<CalendarDate | null> {
  const donor = await stores.donors.get(contactId)
  if (!donor) return null
  const until = restUntil(on, donor.sex, dateAt(now, timeZone))
  const isLatest = donor.lastDonation === undefined || on >= donor.lastDonation
  if (isLatest)
    await stores.donors.rest(key, contactId, {
      lastDonation: on,
      ...(until !== undefined && { restUntil: until }),
    })
  return until ?? null
}

function toConfirm(
  code: string,
  { phone }: ActionContext,
): Extract<TodoWork, { readonly kind: 'coordinators' }> {
  return { kind: 'coordinators', ...withPhone({ text: 'coordinator_says_gave', values: { code } }, phone) }
}
