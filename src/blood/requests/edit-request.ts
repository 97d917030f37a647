import type { CalendarDate } from '../../base/clock'
import type { BloodGroup, Component } from '../groups/blood-group'
import type { BloodRequest, Place } from './blood-request'

/** What a coordinator may correct after speaking to the family or the hospital. */
export interface RequestEdit {
  readonly group?: BloodGroup
  readonly component?: Component
  readonly units?: number
  readonly neededBy?: CalendarDate
  readonly contactPhone?: string
  /** With a hospital come the centre that issues for it, if known, and whether it is outside the service area. */
  readonly hospital?: {
    readonly place: Place
    readonly bloodCentre?: string
    readonly outsideServiceArea: boolean
  }
  /** The licensed centre that issues; it wins over the hospital's usual one. */
  readonly bloodCentre?: string
}

/** The request with the corrections; a closed one stays as it is. */
export function editRequest(
  request: BloodRequest,
  { hospital, ...edit }: RequestEdit,
): { readonly ok: true; readonly request: BloodRequest } | { readonly ok: false; readonly reason: 'closed' } {
  if (request.state.status === 'closed') return { ok: false, reason: 'closed' }
  if (!hospital) return { ok: true, request: { ...request, ...edit } }
  const { place, outsideServiceArea, bloodCentre } = hospital
  const { bloodCentre: before, ...kept } = request
  const centre = edit.bloodCentre ?? bloodCentre ?? (outsideServiceArea ? undefined : before)
  return {
    ok: true,
    request: {
      ...kept,
      ...edit,
      hospital: place,
      outsideServiceArea,
      ...(centre !== undefined && { bloodCentre: centre }),
    },
  }
}
