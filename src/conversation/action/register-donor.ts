import { z } from 'zod'
import { dateAt, yearOf } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import { BLOOD_GROUPS } from '../../blood/groups/blood-group'
import type { Donation } from '../../blood/donations/donation'
import { ageProblem, restAfter, restUntil, weightProblem } from '../../blood/donors/donor-rules'
import type { Donor } from '../../blood/donors/donor'
import { homePoint } from '../input/home-point'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { consentTo } from './consent-to'
import { placeArgument, placeOf } from './place-argument'
import { todosOf } from './todos'

const args = z.object({
  group: z.enum(BLOOD_GROUPS),
  age: z.number(),
  sex: z.enum(['female', 'male', 'other']),
  weight: z.number(),
  pincode: z.string().nullish(),
  area: placeArgument.nullish(),
  category: z.enum(['citizen', 'police']),
  last_donation: z.string().nullish(),
})

type Args = z.infer<typeof args>

/** Registers the person as a donor who agreed to alerts; whoever may not give is not kept at all. A rest stays. */
export function registerDonor(deps: ActionDeps): Action<Args> {
  const { stores } = deps
  return {
    name: 'register_donor',
    type: 'effect',
    args,
    reasons: ['too_young', 'too_old', 'underweight'],
    perform: async (given, context) => {
      const reason =
        ageProblem(given.age, { first: given.last_donation == null }) ?? weightProblem(given.weight)
      if (reason) return { ok: false, reason }
      const before = await stores.donors.get(context.contactId)
      // Given at a camp, say, before registering.
      const donations = await stores.donations.ofDonor(context.contactId)
      const donor = await stores.donors.register(
        context.key,
        donorOf(given, { before, donations, context, timeZone: deps.timeZone }),
        todosOf(context.key, [consentTo('alerts', context, deps)]),
      )
      return { ok: true, values: { rest_until: donor.restUntil ?? null } }
    },
  }
}

function donorOf(
  given: Args,
  {
    before,
    donations,
    context,
    timeZone,
  }: {
    readonly before: Donor | undefined
    readonly donations: readonly Donation[]
    readonly context: ActionContext
    readonly timeZone: string
  },
): Donor {
  const { contactId, locale, now } = context
  const area = given.area == null ? undefined : placeOf(given.area)
  const point = homePoint({
    ...(area && 'name' in area && { area: area.name }),
    ...(given.pincode != null && { pincode: given.pincode }),
  })
  const today = dateAt(now, timeZone)
  const told = latest(given.last_donation ?? undefined, before?.lastDonation)
  const gave = latest(told, donations[0]?.on)
  // Who registers again and does not mention the last donation rests all the same.
  const known = latest(restStillOf(before, today), restAfter(donations, given.sex, today))
  const rest = latest(told && restUntil(told, given.sex, today), known)
  return {
    id: contactId,
    locale,
    group: given.group,
    birthYear: yearOf(today) - given.age,
    sex: given.sex,
    weight: given.weight,
    ...(given.pincode != null && { pincode: given.pincode }),
    ...(area && { area: 'name' in area ? area.name : area.asWritten }),
    ...(point && { point }),
    category: given.category,
    ...(gave !== undefined && { lastDonation: gave }),
    ...(rest !== undefined && { restUntil: rest }),
    available: true,
    registeredAt: now,
  }
}

function restStillOf(before: Donor | undefined, today: CalendarDate): CalendarDate | undefined {
  return before?.restUntil !== undefined && before.restUntil > today ? before.restUntil : undefined
}

function latest(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one
}
