import { z } from 'zod'
import type { BloodRequest } from '../../blood/requests/blood-request'
import { editRequest as edited, type RequestEdit } from '../../blood/requests/edit-request'
import { locate } from '../../blood/organisation/service-area'
import { recognise } from '../input/recognise'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { findPlace } from './find-place'
import { isCoordinator } from './is-coordinator'
import { shownRequest } from './shown-request'
import { todosOf, type TodoWork } from './todos'

const args = z.object({
  codes: z.array(z.string()),
  text: z.string().nullish(),
  /** What the text names: any of a request's facts, or the blood centre that issues. */
  what: z.enum(['facts', 'centre']),
})

type Args = z.infer<typeof args>

/**
 * Corrects an open request by what a coordinator wrote ("3 unit", "GSVM parso"), or notes the blood centre that issues.
 * After a correction the family is told what stands now.
 */
export function editRequest(deps: ActionDeps): Action<Args> {
  return {
    name: 'edit_request',
    type: 'effect',
    args,
    reasons: ['no_code', 'unknown_code', 'closed', 'not_understood', 'unknown_centre', 'not_coordinator'],
    perform: async (given, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const [code] = given.codes
      if (code === undefined) return { ok: false, reason: 'no_code' }
      const request = await deps.stores.requests.byCode(code)
      if (!request) return { ok: false, reason: 'unknown_code' }
      const edit = given.what === 'centre' ? centreOf(given, context, deps) : factsOf(given, context, deps)
      if (!edit) return { ok: false, reason: given.what === 'centre' ? 'unknown_centre' : 'not_understood' }
      const changed = await deps.stores.requests.change(context.key, request.id, (open) => {
        const now = edited(open, edit)
        return now.ok ? { ...now, todo: todosOf(context.key, followUps(now.request, given)) } : now
      })
      if (!changed.ok) return { ok: false, reason: changed.reason === 'closed' ? 'closed' : 'unknown_code' }
      return { ok: true, values: { code: changed.request.code } }
    },
  }
}

/** Alerts follow the correction; the family reads of all but the centre. */
function followUps(request: BloodRequest, given: Args): readonly TodoWork[] {
  return [...newsOf(request, given), { kind: 'wave', requestId: request.id }]
}

/** What the family reads: the request as it stands now. The centre is ours to know until it is needed. */
function newsOf(request: BloodRequest, { what }: Args): readonly TodoWork[] {
  if (what === 'centre') return []
  const values = shownRequest(request)
  return [{ kind: 'contact', contactId: request.contactId, text: 'family_edited', values }]
}

function centreOf(
  { text }: Args,
  context: ActionContext,
  { organisation, timeZone }: ActionDeps,
): RequestEdit | undefined {
  const { locale, now } = context
  const name = text == null ? undefined : recognise('place', text, { locale, now, timeZone })
  const hospital = organisation.hospitals.find((one) => one.name === name)
  const centre = organisation.bloodCentres.find(
    (one) => one.name === name || one.name === hospital?.bloodCentre,
  )
  return centre && { bloodCentre: centre.name }
}

function factsOf(
  { text }: Args,
  context: ActionContext,
  { organisation, timeZone }: ActionDeps,
): RequestEdit | undefined {
  const { locale, now } = context
  if (text == null) return undefined
  const { blood_group, component, units, date, phone, place } =
    recognise('multi', text, { locale, now, timeZone, aboutBlood: true }) ?? {}
  const edit: RequestEdit = {
    ...(blood_group !== undefined && { group: blood_group }),
    ...(component !== undefined && { component }),
    ...(units !== undefined && { units }),
    ...(date !== undefined && { neededBy: date }),
    ...(phone !== undefined && phone !== 'self' && { contactPhone: phone }),
    ...(place !== undefined && { hospital: hospitalOf(place, organisation) }),
  }
  return Object.keys(edit).length === 0 ? undefined : edit
}

function hospitalOf(
  name: string,
  organisation: ActionDeps['organisation'],
): NonNullable<RequestEdit['hospital']> {
  const { area, bloodCentre } = locate({ name }, { organisation, findPlace })
  return {
    place: { name },
    outsideServiceArea: area === 'outside',
    ...(bloodCentre !== undefined && { bloodCentre }),
  }
}
