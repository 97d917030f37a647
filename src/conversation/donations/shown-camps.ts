import type { Locale } from '../../base/locale'
import type { Camp } from '../../blood/camps/camp'
import { inLocale } from '../../blood/organisation/organisation'
import type { Json } from '../turn/conversation'

/** The latest are the ones whose results are still to come. */
const SHOWN = 4

/** The latest camps with their codes, for a coordinator. */
export function shownCamps(camps: ReadonlyMap<string, Camp>, locale: Locale): readonly Json[] {
  return [...camps].slice(0, SHOWN).map(([code, { place, date }]) => ({
    code,
    place: inLocale(place, locale),
    date,
  }))
}
