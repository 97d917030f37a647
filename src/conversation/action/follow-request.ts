import { claimIdOf } from '../../blood/patients/claim-id'
import { patientTitle } from '../../blood/patients/patient-title'
import type { Subject } from '../../blood/patients/who-needs-blood'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionContext } from './action'
import { watchJobs } from '../watch/watch-jobs'
import { consentTo } from './consent-to'
import type { ActionDeps } from './deps'
import type { ShownFile, TodoWork } from './todos'

/** What follows a new request: the patient's record, the consents, a call by a coordinator, a claim, a watch. */
export function followRequest(
  request: BloodRequest,
  subject: Subject,
  turn: {
    readonly context: ActionContext
    readonly deps: ActionDeps
    readonly asGuardian: boolean
    readonly files: readonly ShownFile[]
    /** The coordinator who heard the yes. */
    readonly spokenTo?: string
  },
): readonly TodoWork[] {
  const { context, deps, asGuardian, files, spokenTo } = turn
  const heard = { ...deps, ...(spokenTo !== undefined && { spokenTo }) }
  const { patient, isNew, claimed } = subject
  return [
    ...(isNew ? [{ kind: 'patient', patient, requestId: request.id, code: request.code } as const] : []),
    consentTo('request', context, heard),
    ...(asGuardian ? [consentTo('guardian', context, { ...heard, patientId: patient.id })] : []),
    { ...tellCoordinators(request, subject), files },
    { kind: 'join_files', contactId: request.contactId, requestId: request.id, at: context.now },
    ...(claimed ? [claimOn(claimed, request)] : []),
    {
      kind: 'schedule',
      jobs: watchJobs(request, { onCall: deps.organisation.onCall, timeZone: deps.timeZone }),
    },
  ]
}

function tellCoordinators(
  request: BloodRequest,
  { patient, group }: Subject,
): Extract<TodoWork, { readonly kind: 'coordinators' }> {
  return {
    kind: 'coordinators',
    text: 'coordinator_request',
    values: {
      code: request.code,
      patient: patientTitle({ ...patient, group }),
      group,
      condition: patient.condition,
      component: request.component,
      units: request.units,
      hospital: { ...request.hospital },
      needed_by: request.neededBy,
      ...(request.bloodCentre !== undefined && { centre: request.bloodCentre }),
      ...(request.contactPhone !== undefined && { phone: request.contactPhone }),
    },
    words: {
      ...(request.bloodCentre === undefined && { centre: 'coordinator_no_centre' }),
      ...(request.contactPhone === undefined && { phone: 'coordinator_no_phone' }),
      note: noteOn(request, { patient, group }),
    },
  }
}

function noteOn(request: BloodRequest, { patient, group }: Pick<Subject, 'patient' | 'group'>): string {
  if (patient.group !== group) return 'coordinator_other_group'
  return request.outsideServiceArea ? 'coordinator_outside' : 'coordinator_verify'
}

/** A second phone asks for a patient of somebody else: kept for the first guardian, or a coordinator, to decide. */
export function claimOn(
  patient: Subject['patient'],
  { id, code, contactId, createdAt }: Pick<BloodRequest, 'id' | 'code' | 'contactId' | 'createdAt'>,
): TodoWork {
  const claim = { id: claimIdOf(id), patientId: patient.id, contactId, requestId: id, at: createdAt }
  return { kind: 'claim', claim, guardian: patient.guardians[0] ?? '', code, title: patientTitle(patient) }
}
