import { z } from 'zod'
import { instantOf } from '../../base/calendar'
import { alertId, type Alert } from '../../blood/alerts/alert'
import type { YesJudged } from '../../blood/alerts/judge-yes'
import type { Donor } from '../../blood/donors/donor'
import type { ActionResult } from '../flow/walk'
import { askedRequest, pledgeOf, shownAsked, shownInstant, type AskedRequest } from '../pledge/asked-request'
import { closedBecause, judgeNow } from '../pledge/judge-now'
import { holdJob } from '../pledge/pledge-jobs'
import type { Json } from '../turn/conversation'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { todosOf } from './todos'

const args = z.object({
  code: z.string().nullish(),
  /** Chosen among several. */
  picked: z.string().nullish(),
  /** "Yes, but tomorrow at 10." */
  day: z.string().nullish(),
  time: z.string().nullish(),
})

type Args = z.infer<typeof args>

/** Where no time of the day was stated, the day alone decides. */
const ANY_TIME = '12:00'

/**
 * A yes, judged by the request as it is now: it takes a place for 20 minutes, or says what else is right. A yes again
 * while the place is held goes on with its questions.
 */
export function claimPlace(deps: ActionDeps): Action<Args> {
  return {
    name: 'claim_place',
    type: 'effect',
    args,
    reasons: [
      'unknown_code', 'stranger', 'own_request', 'do_not_give', 'has_place', 'has_come', 'standby', 'enough',
      'too_late_to_come', 'too_late', 'met', 'closed', 'wrong_group', 'resting',
    ], // prettier-ignore
    perform: async (given, context) => {
      const { stores } = deps
      const code = given.code ?? given.picked ?? ''
      const asked = await askedRequest(code, deps)
      if (!asked) return { ok: false, reason: 'unknown_code' }
      const { request } = asked
      const { contactId, now } = context
      const shown = shownAsked(asked.request, deps)
      if (request.contactId === contactId) return { ok: false, reason: 'own_request', values: shown }
      const alert = await stores.alerts.answer(alertId(request.id, contactId), { said: 'yes', at: now })
      const donor = await stores.donors.get(contactId)
      if (!donor) return { ok: false, reason: 'stranger', values: shown }
      const over = closedBecause(request)
      if (over) return { ok: false, reason: over, values: shown }
      const { deferral } = donor
      if (deferral?.class === 'do_not_ask') return { ok: false, reason: 'do_not_give', values: shown }
      const around = { donor, asked, alert, context, deps }
      return answered(judge(given, around), around)
    },
  }
}

interface Around {
  readonly donor: Donor
  readonly asked: AskedRequest
  /** Nothing: came by the request's code. */
  readonly alert: Alert | undefined
  readonly context: ActionContext
  readonly deps: ActionDeps
}

function judge({ day, time }: Args, { donor, asked, alert, context, deps }: Around): YesJudged {
  const { timeZone } = deps
  return judgeNow(donor, asked, {
    now: context.now,
    timeZone,
    ...(day != null && { cameWith: instantOf(day, time ?? ANY_TIME, timeZone) }),
    asked: alert !== undefined,
  })
}

async function answered(judged: YesJudged, around: Around): Promise<ActionResult> {
  const { donor, asked, deps } = around
  const values = valuesFor(around)
  switch (judged.answer) {
    case 'claim':
    case 'standby':
      return claim(around)
    case 'has_place': {
      const own = pledgeOf(asked.places, donor.id)
      if (own?.state === 'place_held') return { ok: true, values }
      const when = own?.arrivesAt === undefined ? null : shownInstant(own.arrivesAt, deps.timeZone)
      return { ok: false, reason: 'has_place', values: { ...values, when } }
    }
    case 'resting':
      return { ok: false, reason: 'resting', values: { ...values, until: judged.until } }
    default:
      return { ok: false, reason: judged.answer, values }
  }
}

async function claim(around: Around): Promise<ActionResult> {
  const { donor, asked, alert, context, deps } = around
  const { key, now } = context
  const { request } = asked
  const said = { donorId: donor.id, saidYesAt: now }
  const claimed = await deps.stores.places.claim(key, request.id, {
    donorId: donor.id,
    ...(alert && { alertId: alert.id }),
    at: now,
    todo: todosOf(key, [{ kind: 'schedule', jobs: [holdJob(request.id, said)] }]),
  })
  const values = valuesFor(around)
  if (claimed.ok) return { ok: true, values }
  switch (claimed.reason) {
    case 'full':
      return { ok: false, reason: claimed.standby ? 'standby' : 'enough', values }
    case 'done':
      return { ok: false, reason: 'has_come', values }
    default:
      return { ok: false, reason: claimed.reason, values }
  }
}

function valuesFor({ donor, asked, deps }: Around): { readonly [name: string]: Json } {
  return { ...shownAsked(asked.request, deps), female: donor.sex === 'female' }
}
