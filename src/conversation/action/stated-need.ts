import { z } from 'zod'
import { dateAt, yearOf } from '../../base/calendar'
import { BLOOD_GROUPS, COMPONENTS } from '../../blood/groups/blood-group'
import type { StatedPatient } from '../../blood/patients/who-needs-blood'
import type { StatedNeed } from '../../blood/requests/raise-request'
import type { ActionContext } from './action'
import type { ActionDeps } from './deps'
import { placeArgument, placeOf } from './place-argument'

/** A confirmed need, as flows hand it over. */
export const needArguments = z.object({
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

type Args = z.infer<typeof needArguments>

/** The need as the domain takes it; `context.phone` is the family's own. */
export function needOf(given: Args, context: ActionContext, deps: ActionDeps): StatedNeed {
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
  if (patient != null) return { known: patient, ...(group != null && { group }) }
  if (!group || !initials) throw new Error('a new patient needs a blood group and initials')
  return {
    group,
    initials,
    condition: condition ?? 'other',
    ...(age != null && { birthYear: year - age }),
    ...(card != null && { cardNumber: card }),
  }
}
