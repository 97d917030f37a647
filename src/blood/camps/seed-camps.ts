import { sundayAfter } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import type { CampPlan } from '../organisation/organisation'
import type { CampStore } from './camp-store'

/** Puts the organisation's planned camps into the store. A sample "n-th Sunday" is counted from today at each start. */
export async function seedCamps(
  camps: CampStore,
  { plans, today }: { readonly plans: readonly CampPlan[]; readonly today: CalendarDate },
): Promise<void> {
  for (const { when, ...plan } of plans) {
    const date = 'date' in when ? when.date : sundayAfter(today, when.sunday)
    await camps.put({ ...plan, date })
  }
}
