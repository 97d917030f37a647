import { z } from 'zod'
import { dateAt, yearOf } from '../../base/calendar'
import { BLOOD_GROUPS, COMPONENTS } from '../../blood/groups/blood-group'
import type { StatedPatient } from '../../blood/patients/who-needs-blood'
import { raiseRequest as storeRequest, type StatedNeed } from '../../blood/requests/raise-request'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { findPlace } from './find-place'
import { followRequest } from './follow-request'
import { placeArgument, placeOf } from './place-argument'
import { todosOf } from './todos'

const args = z.object({
  group: z.enum(BLOOD_GROUPS).nullish(),
  component: z.enum(COMPONENTS).nullish(),
  units: z.number().int().min(1).max(99),
  hospital: placeArgument,
  needed_by: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  contact: z.string().nullish(),
  patient: z.string().nullish(),
  whose: z.enum(['self', 'relative']).nullish(),
  initials: z.string().nullish(),
  age: z.number().nullish(),
  condition: z.enum(['thalassemia', 'other']).nullish(),
  card: z.string().nullish(),
  /** The answer to whether the asker speaks for the patient as parent or guardian: a yes of its own. */
  guardian: z.enum(['yes', 'no']).nullish(),
})

type Args = z.infer<typeof args>

/**
 * Stores a confirmed need as an `unverified` request: nobody is alerted for it. `told` says whether there are
 * coordinators who will call; `claim` that the card's patient has another guardian, who is asked first.
 */
export function raiseRequest(deps: ActionDeps): Action<Args> {
  return {
    name: 'raise_request',
    type: 'effect',
    args,
    reasons: ['too_many'],
    perform: async (given, context) => {
      const raised = await storeRequest(needOf(given, context, deps), context, {
        ...deps.stores,
        organisation: deps.organisation,
        findPlace,
        followUps: (request, subject) =>
          todosOf(
            context.key,
            followRequest(request, subject, { context, deps, asGuardian: given.guardian === 'yes' }),
          ),
      })
      if (!raised.ok) return raised
      const { id, code, bloodCentre, outsideServiceArea } = raised.request
      return {
        ok: true,
        values: {
          id,
          code,
          centre: bloodCentre ?? null,
          area: outsideServiceArea ? 'outside' : 'inside',
          claim: raised.claim,
          told: deps.coordinators.length > 0,
        },
      }
    },
  }
}

function needOf(given: Args, context: ActionContext, deps: ActionDeps): StatedNeed {
  const phone = given.contact == null || given.contact === 'self' ? context.phone : given.contact
  return {
    patient: patientOf(given, yearOf(dateAt(context.now, deps.timeZone))),
    ...(given.component != null && { component: given.component }),
    units: given.units,
    hospital: placeOf(given.hospital),
    neededBy: given.needed_by,
    ...(phone !== undefined && { contactPhone: phone }),
  }
}

function patientOf({ patient, group, initials, age, condition, card }: Args, year: number): StatedPatient {
  if (patient != null) return { known: patient }
  if (!group || !initials) throw new Error('a new patient needs a blood group and initials')
  return {
    group,
    initials,
    condition: condition ?? 'other',
    ...(age != null && { birthYear: year - age }),
    ...(card != null && { cardNumber: card }),
  }
}
