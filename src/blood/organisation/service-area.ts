import type { Place } from '../requests/blood-request'
import type { Organisation } from './organisation'

/** What the gazetteer knows of a place. */
export interface KnownPlace {
  readonly name: string
  readonly kind: string
  readonly city?: string
  readonly within?: string
}

/** Whether our donors can give for a place; a place nobody knows is taken for one of ours until a person looks. */
export function areaOf({ serviceArea }: Organisation, place: KnownPlace | undefined): 'inside' | 'outside' {
  if (!place) return 'inside'
  const towns = [place.kind === 'city' ? place.name : place.city, place.within].filter(
    (name) => name !== undefined,
  )
  return towns.length === 0 || towns.some((name) => serviceArea.includes(name)) ? 'inside' : 'outside'
}

/** The licensed centre that issues for a hospital, where the organisation knows it. */
export function bloodCentreFor({ hospitals }: Organisation, place: Place): string | undefined {
  return 'name' in place ? hospitals.find(({ name }) => name === place.name)?.bloodCentre : undefined
}
