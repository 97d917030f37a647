import { dateAt } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import type { Pledge } from '../../blood/alerts/pledge'
import type { Donation } from '../../blood/donations/donation'
import { recordDonation, restUntilAfter, type RecordedDonation } from '../../blood/donations/record-donation'
import { KINDS_FOR } from '../../blood/groups/kinds-for'
import type { ActionContext } from '../action/action'
import type { ActionDeps } from '../action/deps'
import { todosOf, type TodoWork } from '../action/todos'
import { placesForUnits } from '../alerts/places-for-units'
import { shownAsked, type AskedRequest } from '../pledge/asked-request'
import { completeRequest } from '../pledge/complete-request'
import { lookAgain, tellDonor, tellFamily } from '../pledge/pledge-news'

/** What a coordinator says of a donation for a request; the day is today where it is not said. */
export interface SaidOfGift {
  readonly on?: CalendarDate
  readonly kind?: Donation['kind']
  readonly category?: Donation['category']
  readonly campId?: string
}

type Turn = Pick<ActionContext, 'key' | 'now' | 'contactId'>

/**
 * A donor gave for a request, on a coordinator's word: the pledge is closed, the donation kept, the donor rests and is
 * thanked, the family hears it, and the last unit closes the request as met. Nothing when the pledge's state does not
 * allow it. Repeatable under the key.
 */
export async function giveForRequest(
  { asked, pledge, ...said }: SaidOfGift & { readonly asked: AskedRequest; readonly pledge: Pledge },
  { key, now, contactId }: Turn,
  deps: ActionDeps,
): Promise<RecordedDonation | undefined> {
  const { request } = asked
  const { donations, donors, places } = deps.stores
  const { donorId } = pledge
  const today = dateAt(now, deps.timeZone)
  const [usualKind] = KINDS_FOR[request.component]
  const { on = today, kind = usualKind, category, campId } = said
  const at = { today, donations, donors }
  const until = await restUntilAfter({ donorId, on, kind }, at)
  // Plasma fills no request for red cells: the gift is kept, and the place goes to somebody else.
  const serves = KINDS_FOR[request.component].includes(kind)
  const moved = await places.move(key, request.id, {
    event: serves ? 'gives' : 'cannot_give',
    by: 'coordinator',
    at: now,
    donorId,
    placesFor: placesForUnits(request, deps),
    todo: todosOf(key, [
      tellDonor(donorId, 'donor_gave', { ...shownAsked(request, deps), until: until ?? null }),
      ...(serves ? newsOfUnit(asked) : [tellFamily(request, 'family_dropped'), lookAgain(request)]),
    ]),
  })
  if (!moved.ok) return undefined
  const recorded = await recordDonation(
    key,
    {
      ...{ donorId, on, kind, units: 1, recordedBy: contactId, at: now },
      ...(serves && { requestId: request.id }),
      bloodCentre: request.bloodCentre ?? '',
      ...(category !== undefined && { category }),
      ...(campId !== undefined && { campId }),
    },
    at,
  )
  const after = await places.get(request.id)
  if (after && after.unitsLeft <= 0) await completeRequest(request, { key, now }, deps)
  return recorded
}

/** The last unit is told of as the end of the request. */
function newsOfUnit({ request, places }: AskedRequest): readonly TodoWork[] {
  const unitsLeft = (places?.unitsLeft ?? request.units) - 1
  return unitsLeft > 0 ? [tellFamily(request, 'family_given', { units_left: unitsLeft })] : []
}
