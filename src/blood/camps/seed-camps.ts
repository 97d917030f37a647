import { sundayAfter } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import type { CampPlan } from '../organisation/organisation'
import type { CampStore } from './camp-store'

/**
 * Makes the planned camps in the store those of the organisation's file: one that the file names no more was a sample,
 * or is cancelled, and nobody may be sent there. A sample "n-th Sunday" is counted from today at each start.
 */
export async function seedCamps(
  camps: CampStore,
  { plans, today }: { readonly plans: readonly CampPlan[]; readonly today: CalendarDate },
): Promise<void> {
  for (const { when, ...plan } of plans) {
    const date = 'date' in when ? when.date : sundayAfter(today, when.sunday)
    await camps.put({ ...plan, date, planned: true })
  }
  for (const { id } of await camps.planned()) {
    if (!plans.some((plan) => plan.id === id)) await camps.remove(id)
  }
}
