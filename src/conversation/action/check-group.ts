import { z } from 'zod'
import { BLOOD_GROUPS, type BloodGroup } from '../../blood/groups/blood-group'
import type { Patient } from '../../blood/patients/patient'
import { patientIdOfCard } from '../../blood/patients/patient-id'
import { patientTitle } from '../../blood/patients/patient-title'
import type { Json } from '../turn/conversation'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'

const args = z.object({
  /** The patient by record, or by the number of a card. */
  patient: z.string().nullish(),
  card: z.string().nullish(),
  /** What the family says now. */
  group: z.enum(BLOOD_GROUPS).nullish(),
  /** Which of two groups is right, as one of the offered `groups`. */
  chosen: z.string().nullish(),
})

type Args = z.infer<typeof args>

/**
 * The group to write down. `differs`: the record of a patient of this contact has another group than the family says;
 * `groups` are the two to choose from, and until one is chosen neither is taken. Records of others are not looked at.
 */
export function checkGroup(deps: ActionDeps): Action<Args> {
  return {
    name: 'check_group',
    type: 'look',
    args,
    reasons: ['differs'],
    perform: async (given, context) => {
      const record = await recordOf(given, context, deps)
      const stated = given.group ?? record?.group
      if (stated === undefined) throw new Error('a new patient needs a blood group')
      if (!record || record.group === stated) return { ok: true, values: { group: stated } }
      const { chosen } = given
      if (chosen === choice(stated, record.group)) return { ok: true, values: { group: stated } }
      if (chosen === choice(record.group, stated)) return { ok: true, values: { group: record.group } }
      return { ok: false, reason: 'differs', values: question(record, stated) }
    },
  }
}

async function recordOf(
  { patient, card }: Args,
  { contactId }: ActionContext,
  { stores }: ActionDeps,
): Promise<Patient | undefined> {
  const id = card == null ? patient : patientIdOfCard(card)
  const record = id == null ? undefined : await stores.patients.get(id)
  return record?.guardians.includes(contactId) ? record : undefined
}

/** Names both groups, so that the choice answers no other question about the same patient. */
function choice(right: BloodGroup, wrong: BloodGroup): string {
  return `${right} not ${wrong}`
}

function question(record: Patient, stated: BloodGroup): { readonly [name: string]: Json } {
  return {
    title: patientTitle(record),
    recorded: record.group,
    stated,
    groups: [
      { id: choice(record.group, stated), title: record.group },
      { id: choice(stated, record.group), title: stated },
    ],
  }
}
