import type { AlertNeed } from '../../blood/alerts/alert-need'
import type { Point } from '../../blood/alerts/distance'
import { giveBy } from '../../blood/organisation/give-by'
import type { BloodCentre, Organisation } from '../../blood/organisation/organisation'
import type { Patient } from '../../blood/patients/patient'
import type { BloodRequest } from '../../blood/requests/blood-request'

/** A request for which donors are asked, and where they are sent. */
export interface AskedFor {
  readonly need: AlertNeed & { readonly centre: { readonly point: Point } }
  readonly centre: BloodCentre
}

/** The request as donors are looked for; nothing where no licensed centre of ours would take them. */
export function alertNeed(
  request: BloodRequest,
  about: {
    readonly patient: Patient | undefined
    readonly unitsLeft: number
    readonly organisation: Organisation
  },
): AskedFor | undefined {
  const { patient, unitsLeft, organisation } = about
  const centre = organisation.bloodCentres.find(({ name }) => name === request.bloodCentre)
  if (!centre || request.outsideServiceArea) return undefined
  const { name, at, intake } = centre
  return {
    centre,
    need: {
      requestId: request.id,
      patientId: request.patientId,
      requesterIds: [request.contactId, ...(patient?.guardians ?? [])],
      component: request.component,
      group: request.group,
      unitsLeft,
      mustGiveBy: giveBy(request, organisation),
      centre: { name, point: at, ...(intake !== undefined && { intake }) },
      byHand: false,
      onWord: false,
      closed: request.state.status === 'closed',
    },
  }
}

/** Whether a coordinator wants donors to be asked for the request. */
export function asksDonors({ state }: Pick<BloodRequest, 'state'>): boolean {
  return state.status === 'verified' && state.supply !== 'stock'
}
