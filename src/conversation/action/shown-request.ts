import type { BloodRequest } from '../../blood/requests/blood-request'
import type { Json } from '../turn/conversation'

/** A request as texts show it, and as one of the choices of a menu. */
export function shownRequest(request: BloodRequest): { readonly [name: string]: Json } {
  return {
    id: request.id,
    title: `${request.code}: ${request.group}`,
    code: request.code,
    group: request.group,
    component: request.component,
    units: request.units,
    hospital: { ...request.hospital },
    needed_by: request.neededBy,
    status: statusOf(request),
  }
}

function statusOf({ state }: BloodRequest): string {
  return state.status === 'verified' ? `verified_${state.supply}` : state.status
}
