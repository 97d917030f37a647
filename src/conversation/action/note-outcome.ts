import { z } from 'zod'
import { dateAt } from '../../base/calendar'
import { takesPlace, type Pledge } from '../../blood/alerts/pledge'
import type { PledgeEvent } from '../../blood/alerts/move-pledge'
import { restUntil } from '../../blood/donors/donor-rules'
import type { Donor } from '../../blood/donors/donor'
import type { ActionResult } from '../flow/walk'
import { placesForUnits } from '../alerts/places-for-units'
import { askedRequest, shownAsked, type AskedRequest } from '../pledge/asked-request'
import { completeRequest } from '../pledge/complete-request'
import { lookAgain, oneFewer, tellDonor, tellFamily } from '../pledge/pledge-news'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'
import { todosOf, type TodoWork } from './todos'

const VERBS = ['gave', 'came', 'noshow', 'sentback'] as const
type Verb = (typeof VERBS)[number]

const args = z.object({
  verb: z.enum(VERBS),
  codes: z.array(z.string()),
  /** The donor's phone, or its last digits. */
  text: z.string().nullish(),
})

const EVENTS: { readonly [verb in Verb]: PledgeEvent } = {
  gave: 'gives',
  came: 'arrives',
  noshow: 'does_not_come',
  sentback: 'cannot_give',
}

/** Fewer digits could be anybody's. */
const FEWEST_DIGITS = 3

/** A coordinator's word on what became of a pledge; the last unit closes the request as met. */
export function noteOutcome(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'note_outcome',
    type: 'effect',
    args,
    reasons: ['no_code', 'unknown_code', 'which_donor', 'not_now', 'not_coordinator'],
    perform: async ({ verb, codes, text }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const [code] = codes
      if (code === undefined) return { ok: false, reason: 'no_code' }
      const asked = await askedRequest(code, deps)
      if (!asked) return { ok: false, reason: 'unknown_code' }
      const pledge = await pledgeMeant(asked, text ?? '', { context, deps })
      if (!pledge) return { ok: false, reason: 'which_donor' }
      const donor = await deps.stores.donors.get(pledge.donorId)
      return outcome(verb, { asked, pledge, donor, context, deps })
    },
  }
}

interface Around {
  readonly asked: AskedRequest
  readonly pledge: Pledge
  readonly donor: Donor | undefined
  readonly context: ActionContext
  readonly deps: ActionDeps
}

async function outcome(verb: Verb, around: Around): Promise<ActionResult> {
  const { asked, pledge, donor, context, deps } = around
  const { places, donors } = deps.stores
  const { key, now } = context
  const { request } = asked
  const today = dateAt(now, deps.timeZone)
  const until = donor && restUntil(today, donor.sex, today)
  const left = asked.places?.unitsLeft ?? request.units
  const unitsLeft = Math.max(0, left - 1)
  const moved = await places.move(key, request.id, {
    event: EVENTS[verb],
    by: 'coordinator',
    at: now,
    donorId: pledge.donorId,
    placesFor: placesForUnits(request, deps),
    todo: todosOf(key, newsOf(verb, around, { until: until ?? null, unitsLeft })),
  })
  if (!moved.ok) return { ok: false, reason: 'not_now' }
  if (verb !== 'gave') return { ok: true, values: { code: request.code } }
  if (donor)
    await donors.rest(key, donor.id, {
      lastDonation: today,
      ...(until !== undefined && { restUntil: until }),
    })
  const after = await places.get(request.id)
  if (after && after.unitsLeft <= 0) await completeRequest(request, context, deps)
  return { ok: true, values: { code: request.code } }
}

function newsOf(
  verb: Verb,
  { asked, pledge, deps }: Around,
  { until, unitsLeft }: { readonly until: string | null; readonly unitsLeft: number },
): readonly TodoWork[] {
  const { request } = asked
  const shown = shownAsked(asked.request, deps)
  switch (verb) {
    case 'gave':
      return [
        tellDonor(pledge.donorId, 'donor_gave', { ...shown, until }),
        // The last unit is told of as the end of the request.
        ...(unitsLeft > 0 ? [tellFamily(request, 'family_given', { units_left: unitsLeft })] : []),
        // Fewer units need fewer to come.
        lookAgain(request),
      ]
    case 'came':
      return request.state.status === 'closed' ? [] : [tellFamily(request, 'family_came')]
    case 'sentback':
      return [tellDonor(pledge.donorId, 'came_thanks', shown), ...oneFewer(request, pledge.state)]
    case 'noshow':
      return oneFewer(request, pledge.state)
  }
}

/**
 * Who has these digits at the end of the number; without digits, whoever is the only one to come, or was moved by this
 * very turn before a crash.
 */
async function pledgeMeant(
  { places }: AskedRequest,
  text: string,
  { context, deps }: Pick<Around, 'context' | 'deps'>,
): Promise<Pledge | undefined> {
  const pledges = [...(places?.pledges ?? []), ...(places?.standby ?? [])]
  const digits = text.replace(/\D/gu, '')
  if (digits === '')
    return only(pledges.filter(({ state, since }) => takesPlace(state) || since === context.now))
  if (digits.length < FEWEST_DIGITS) return undefined
  const found = await Promise.all(
    pledges.map(async (pledge) => {
      const contact = await deps.stores.contacts.get(pledge.donorId)
      return contact?.phone?.endsWith(digits) ? [pledge] : []
    }),
  )
  return only(found.flat())
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}
