import type { CalendarDate, Instant } from '../src/base/clock'
import type { BloodRequest } from '../src/blood/requests/blood-request'

/** A request for two units of B+ in Kanpur that a coordinator has verified for donors. */
export function benchRequest(
  own: Pick<BloodRequest, 'id' | 'code' | 'patientId'>,
  { now, neededBy }: { readonly now: Instant; readonly neededBy: CalendarDate },
): BloodRequest {
  return {
    ...own,
    contactId: 'mother',
    channel: 'whatsapp',
    locale: 'hi',
    group: 'B+',
    component: 'packed_red_cells',
    units: 2,
    hospital: { name: 'LLR Hospital' },
    bloodCentre: 'GSVM Medical College',
    neededBy,
    outsideServiceArea: false,
    createdAt: now,
    state: { status: 'verified', at: now, by: 'coordinator', supply: 'alert' },
  }
}
