import { addDays } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import { keyedCode } from '../../base/keyed-id'
import type { Camp } from './camp'
import type { CampStore } from './camp-store'

/** Results of a camp are entered within so many days. */
const DAYS_BACK = 400
const MOST_CAMPS = 1_000

/** What coordinators call a camp by: the same camp, the same code. */
export function campCode({ id }: Pick<Camp, 'id'>): string {
  return keyedCode(`camp ${id}`, 0)
}

/** The camps that have begun by today, by their codes; the latest first. A code that two of them share leads to none. */
export async function heldCampsByCode(
  camps: CampStore,
  today: CalendarDate,
): Promise<ReadonlyMap<string, Camp>> {
  const known = await camps.from(addDays(today, -DAYS_BACK), MOST_CAMPS)
  const held = known.filter(({ date }) => date <= today).reverse()
  const codes = held.map(campCode)
  return new Map(
    held.flatMap((camp, at) =>
      codes.filter((code) => code === codes[at]).length === 1 ? [[campCode(camp), camp]] : [],
    ),
  )
}
