import { dateAt, timeAt } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import type { Camp } from './camp'
import type { CampStore } from './camp-store'

/** So many camps of one day may be over before later ones are missed. */
const MOST_ENDED = 10

/** Camps that one can still go to, nearest first. Today's is one of them until it ends. */
export async function upcomingCamps(
  most: number,
  { camps, now, timeZone }: { readonly camps: CampStore; readonly now: Instant; readonly timeZone: string },
): Promise<readonly Camp[]> {
  const today = dateAt(now, timeZone)
  const time = timeAt(now, timeZone)
  const found = await camps.from(today, most + MOST_ENDED)
  return found.filter((camp) => camp.date > today || camp.until > time).slice(0, most)
}
