import { z } from 'zod'
import { keyedCode, keyedId } from '../../base/keyed-id'
import { dateAt, yearOf } from '../../base/calendar'
import { BLOOD_GROUPS, COMPONENTS } from '../../blood/groups/blood-group'
import { bloodCentreFor } from '../../blood/organisation/service-area'
import type { Patient } from '../../blood/patients/patient'
import { newPatient, patientTitle } from '../../blood/patients/new-patient'
import type { BloodRequest, Place } from '../../blood/requests/blood-request'
import type { ActionResult } from '../flow/walk'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { claimIdOf } from './decide-claim'
import { placeArgument, placeOf } from './place-argument'
import { todosOf, type TodoWork } from './todos'

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
})

type Args = z.infer<typeof args>

/** Tries of one code: more than this many taken in a row is no accident. */
const MOST_CODES = 50

/**
 * Stores a confirmed need as an `unverified` request: nobody is alerted for it. A patient whose card another contact
 * speaks for gets a record of its own, and the other is asked.
 */
export function raiseRequest(deps: ActionDeps): Action<Args> {
  return {
    name: 'raise_request',
    type: 'effect',
    args,
    reasons: ['too_many'],
    perform: async (given, context) => {
      const id = keyedId(context.key)
      const before = await deps.stores.requests.get(id)
      if (!before && (await hasTooMany(deps, context))) return { ok: false, reason: 'too_many' }
      return before ? result(before, deps) : raise(deps, { given, context, id })
    },
  }
}

async function hasTooMany(
  { stores, organisation }: ActionDeps,
  { contactId }: ActionContext,
): Promise<boolean> {
  return (await stores.requests.openOf(contactId)).length >= organisation.mostOpenRequests
}

interface Raising {
  readonly given: Args
  readonly context: ActionContext
  readonly id: string
}

async function raise(deps: ActionDeps, raising: Raising): Promise<ActionResult> {
  const { key, contactId } = raising.context
  const patient = await patientOf(deps, raising)
  const holder = await otherGuardian(deps, patient, contactId)
  const own = holder ? { ...patient, id: keyedId(`${key}#patient`), guardians: [contactId] } : patient
  for (let nth = 0; nth < MOST_CODES; nth++) {
    const request = requestOf(deps, { ...raising, patient: own, code: keyedCode(key, nth) })
    const works = followUps(deps, { ...raising, request, patient: own, holder })
    const stored = await deps.stores.requests.raise(key, request, todosOf(key, works))
    if (stored.ok) return result(stored.request, deps)
  }
  throw new Error('no code is free')
}

/** A known patient of this contact, or a new one of what was said. */
async function patientOf({ stores, timeZone }: ActionDeps, { given, context }: Raising): Promise<Patient> {
  const known = given.patient == null ? undefined : await stores.patients.get(given.patient)
  if (known?.guardians.includes(context.contactId)) return known
  const { group, initials, age, condition, card } = given
  if (!group || !initials) throw new Error('a new patient needs a blood group and initials')
  return newPatient({
    contactId: context.contactId,
    initials,
    group,
    condition: condition ?? 'other',
    createdAt: context.now,
    ...(age != null && { birthYear: yearOf(dateAt(context.now, timeZone)) - age }),
    ...(card != null && { cardNumber: card }),
  })
}

/** The contact who speaks for this patient already, when it is somebody else. */
async function otherGuardian(
  { stores }: ActionDeps,
  patient: Patient,
  contactId: string,
): Promise<Patient | undefined> {
  const stored = await stores.patients.get(patient.id)
  return stored && !stored.guardians.includes(contactId) ? stored : undefined
}

function requestOf(
  deps: ActionDeps,
  { given, context, id, patient, code }: Raising & { readonly patient: Patient; readonly code: string },
): BloodRequest {
  const hospital: Place = placeOf(given.hospital)
  const centre = bloodCentreFor(deps.organisation, hospital)
  const phone = given.contact == null || given.contact === 'self' ? context.phone : given.contact
  return {
    id,
    code,
    contactId: context.contactId,
    channel: context.channel,
    locale: context.locale,
    group: patient.group,
    component: given.component ?? 'packed_red_cells',
    units: given.units,
    hospital,
    ...(centre !== undefined && { bloodCentre: centre }),
    neededBy: given.needed_by,
    ...(phone !== undefined && { contactPhone: phone }),
    patientId: patient.id,
    outsideServiceArea: false,
    createdAt: context.now,
    state: { status: 'unverified' },
  }
}

function followUps(
  deps: ActionDeps,
  raised: Raising & {
    readonly request: BloodRequest
    readonly patient: Patient
    readonly holder: Patient | undefined
  },
): TodoWork[] {
  const { context, request, patient, holder } = raised
  const { contactId, channel, locale, now, sid } = context
  const consent = {
    purpose: 'request' as const,
    channel,
    noticeVersion: deps.organisation.notice.version,
    locale,
    at: now,
    sid,
  }
  const claim = holder && {
    id: claimIdOf(request.id),
    patientId: holder.id,
    contactId,
    requestId: request.id,
    at: now,
  }
  const guardian = holder?.guardians[0]
  return [
    { kind: 'patient', patient },
    { kind: 'consent', contactId, consent },
    {
      kind: 'coordinators',
      text: 'coordinator_request',
      values: {
        code: request.code,
        group: request.group,
        component: request.component,
        units: request.units,
        hospital: { ...request.hospital },
        needed_by: request.neededBy,
        phone: request.contactPhone ?? null,
      },
    },
    ...(claim && holder && guardian !== undefined
      ? [{ kind: 'claim' as const, claim, guardian, code: request.code, title: patientTitle(holder) }]
      : []),
  ]
}

function result(request: BloodRequest, deps: ActionDeps): ActionResult {
  return {
    ok: true,
    values: {
      id: request.id,
      code: request.code,
      centre: request.bloodCentre ?? null,
      told: deps.coordinators.length > 0,
    },
  }
}
