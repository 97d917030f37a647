import { z } from 'zod'
import { dateAt, instantOf } from '../../base/calendar'
import { HOUR } from '../../base/clock'
import { alertId } from '../../blood/alerts/alert'
import { takesPlace } from '../../blood/alerts/pledge'
import { fitOf } from '../../blood/groups/compatibility'
import type { ActionResult } from '../flow/walk'
import { placesForUnits } from '../alerts/places-for-units'
import { askedRequest, pledgeOf, shownAsked, shownInstant, type AskedRequest } from '../pledge/asked-request'
import { closedBecause, judgeNow } from '../pledge/judge-now'
import { comingJobs, holdJob } from '../pledge/pledge-jobs'
import { tellFamily } from '../pledge/pledge-news'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { todosOf } from './todos'

const args = z.object({
  code: z.string().nullish(),
  picked: z.string().nullish(),
  day: z.string(),
  time: z.string(),
  /** The first day on which the pre-screen lets this donor give. */
  not_before: z.string().nullish(),
})

type Args = z.infer<typeof args>

/** Somebody who writes "10" at five past ten is on the way. */
const ON_THE_WAY = HOUR

/** The place becomes a pledge with its time of arrival; a place that ran out meanwhile is taken again if it is free. */
export function makePledge(deps: ActionDeps): Action<Args> {
  return {
    name: 'make_pledge',
    type: 'effect',
    args,
    reasons: ['unknown_code', 'past', 'too_early', 'too_late', 'standby', 'closed'],
    perform: async (given, context) => {
      const asked = await askedRequest(given.code ?? given.picked ?? '', deps)
      if (!asked) return { ok: false, reason: 'unknown_code' }
      const values = shownAsked(asked.request, deps)
      const arrivesAt = instantOf(given.day, given.time, deps.timeZone)
      const problem = timeProblem(arrivesAt, given, { asked, context, deps })
      if (problem)
        return { ok: false, reason: problem, values: { ...values, until: given.not_before ?? null } }
      const lost = await takeAgain({ asked, context, deps })
      if (lost) return { ...lost, values }
      return pledge(arrivesAt, { asked, context, deps })
    },
  }
}

interface Around {
  readonly asked: AskedRequest
  readonly context: ActionContext
  readonly deps: ActionDeps
}

function timeProblem(
  arrivesAt: number,
  { not_before }: Args,
  { asked, context, deps }: Around,
): 'past' | 'too_early' | 'too_late' | undefined {
  const day = dateAt(arrivesAt, deps.timeZone)
  if (arrivesAt < context.now - ON_THE_WAY) return 'past'
  if (not_before != null && day < not_before) return 'too_early'
  return day > asked.mustGiveBy ? 'too_late' : undefined
}

/** Nothing when the donor has a place that is still wanted, or has one again. */
async function takeAgain({ asked, context, deps }: Around): Promise<Lost | undefined> {
  const { request, places } = asked
  const { key, contactId, now } = context
  const { donors, alerts, places: store } = deps.stores
  const donor = await donors.get(contactId)
  if (!donor || closedBecause(request)) return { ok: false, reason: 'closed' }
  const alert = await alerts.get(alertId(request.id, contactId))
  if (fitOf(request.component, donor.group, request.group) === undefined)
    return { ok: false, reason: 'closed' }
  const own = pledgeOf(places, contactId)
  if (own && takesPlace(own.state)) return undefined
  const at = { now, timeZone: deps.timeZone, asked: alert !== undefined }
  const { answer } = judgeNow(donor, asked, at)
  if (answer !== 'claim' && answer !== 'standby') return { ok: false, reason: 'closed' }
  const said = { donorId: contactId, ...(alert && { alertId: alert.id }), at: now }
  const hold = holdJob(request.id, { donorId: contactId, saidYesAt: now })
  const again = `${key}#again`
  const todo = todosOf(again, [{ kind: 'schedule', jobs: [hold] }])
  const claimed = await store.claim(again, request.id, { ...said, todo })
  if (claimed.ok) return undefined
  return { ok: false, reason: claimed.reason === 'full' ? 'standby' : 'closed' }
}

type Lost = Extract<ActionResult, { readonly ok: false }>

async function pledge(arrivesAt: number, { asked, context, deps }: Around): Promise<ActionResult> {
  const { key, contactId, now } = context
  const { request } = asked
  const when = shownInstant(arrivesAt, deps.timeZone)
  const todo = todosOf(key, [
    tellFamily(request, 'request_pledged', { when }),
    { kind: 'schedule', jobs: comingJobs(request.id, { donorId: contactId, arrivesAt }, now) },
  ])
  await deps.stores.places.move(key, request.id, {
    event: 'passes_pre_screen',
    by: 'donor',
    at: now,
    arrivesAt,
    donorId: contactId,
    placesFor: placesForUnits(request, deps),
    todo,
  })
  return { ok: true, values: { ...shownAsked(asked.request, deps), when } }
}
