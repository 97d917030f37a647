import type { Address, Channel } from '../../base/channel'
import type { CalendarDate, Instant } from '../../base/clock'
import type { Todo } from '../../base/effect'
import { keyedId } from '../../base/keyed-id'
import type { Locale } from '../../base/locale'
import { withFreeCode } from '../../base/with-free-code'
import type { Component } from '../groups/blood-group'
import type { Organisation } from '../organisation/organisation'
import { locate, type KnownPlace } from '../organisation/service-area'
import { patientIdOfRequest } from '../patients/patient-id'
import type { PatientStore } from '../patients/patient-store'
import { whoNeedsBlood, type StatedPatient, type Subject } from '../patients/who-needs-blood'
import type { BloodRequest, Place, RequestDraft } from './blood-request'
import type { BloodRequestStore } from './blood-request-store'

/** What a family confirmed. */
export interface StatedNeed {
  readonly patient: StatedPatient
  /** Absent: the family does not know; red cells are written down, and a coordinator asks the hospital. */
  readonly component?: Component
  readonly units: number
  readonly hospital: Place
  readonly neededBy: CalendarDate
  readonly contactPhone?: Address
}

/** Who asks, and in which turn. */
export interface RaisedBy {
  readonly key: string
  readonly now: Instant
  readonly contactId: string
  readonly channel: Channel
  readonly locale: Locale
}

export interface RaiseRequestDeps {
  readonly requests: Pick<BloodRequestStore, 'get' | 'openOf' | 'raise'>
  readonly patients: Pick<PatientStore, 'get' | 'ofGuardian'>
  readonly organisation: Organisation
  readonly findPlace: (name: string) => KnownPlace | undefined
  /** What has to follow; stored with the request. */
  readonly followUps: (request: BloodRequest, subject: Subject) => readonly Todo[]
}

export type RaiseResult =
  | {
      readonly ok: true
      readonly request: BloodRequest
      /** The asker may not speak for the card's patient before somebody says yes. */
      readonly claim: boolean
    }
  | { readonly ok: false; readonly reason: 'too_many' }

/** Somebody needs blood: stores the request, unverified, with what has to follow. The same key again gives the first. */
export async function raiseRequest(
  need: StatedNeed,
  by: RaisedBy,
  deps: RaiseRequestDeps,
): Promise<RaiseResult> {
  const id = keyedId(by.key)
  // Read before the key is looked up: a request that counts here is found there, though another process stored it just now.
  const open = await deps.requests.openOf(by.contactId)
  const before = await deps.requests.get(id)
  if (before) return raised(before)
  if (open.length >= deps.organisation.mostOpenRequests) return { ok: false, reason: 'too_many' }
  const subject = await whoNeedsBlood(need.patient, { ...by, requestId: id }, deps.patients)
  const draft = draftOf(need, by, { subject, located: locate(need.hospital, deps) })
  const { request } = await withFreeCode(by.key, (code) => {
    const fresh = { ...draft, id, code, createdAt: by.now, state: { status: 'unverified' } } as const
    return deps.requests.raise(by.key, fresh, deps.followUps(fresh, subject))
  })
  return raised(request)
}

function raised(request: BloodRequest): RaiseResult {
  return { ok: true, request, claim: request.patientId === patientIdOfRequest(request.id) }
}

function draftOf(
  need: StatedNeed,
  { contactId, channel, locale }: RaisedBy,
  { subject, located }: { readonly subject: Subject; readonly located: ReturnType<typeof locate> },
): RequestDraft {
  const { bloodCentre, area } = located
  const { contactPhone } = need
  return {
    contactId,
    channel,
    locale,
    group: subject.group,
    component: need.component ?? 'packed_red_cells',
    units: need.units,
    hospital: need.hospital,
    ...(bloodCentre !== undefined && { bloodCentre }),
    neededBy: need.neededBy,
    ...(contactPhone !== undefined && { contactPhone }),
    patientId: subject.patient.id,
    outsideServiceArea: area === 'outside',
  }
}
