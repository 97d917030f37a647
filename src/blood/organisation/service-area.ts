import type { Place } from '../requests/blood-request'
import type { Organisation } from './organisation'

/** What a place means for us. */
export interface Located {
  readonly area: 'inside' | 'outside'
  /** The licensed centre that issues there; absent: a coordinator finds out. */
  readonly bloodCentre?: string
}

/** What the gazetteer knows of a place. */
export interface KnownPlace {
  readonly name: string
  readonly city?: string
  readonly within?: string
}

export interface LocateDeps {
  readonly organisation: Pick<Organisation, 'hospitals' | 'bloodCentres' | 'serviceArea'>
  readonly findPlace: (name: string) => KnownPlace | undefined
}

/**
 * Whether our donors can be asked for a place, and which centre issues there. Only a place that is known to lie
 * elsewhere is outside: what nobody knows, such as a nursing home as the parent wrote it, is a coordinator's to find out.
 */
export function locate(place: Place, deps: LocateDeps): Located {
  if (!('name' in place)) return { area: 'inside' }
  const { hospitals, bloodCentres, serviceArea } = deps.organisation
  const hospital = hospitals.find(({ name }) => name === place.name)
  const centre = bloodCentres.find(({ name }) => name === place.name)
  const bloodCentre = hospital?.bloodCentre ?? centre?.name
  if (hospital || centre) return { area: 'inside', ...(bloodCentre !== undefined && { bloodCentre }) }
  const towns = townsAround(place.name, deps.findPlace)
  const inside = towns.length === 0 || towns.some((name) => serviceArea.includes(name))
  return { area: inside ? 'inside' : 'outside' }
}

/** The place and everything it lies in: "Pukhrayan" lies in "Kanpur Dehat". Nothing for a name nobody knows. */
export function townsAround(name: string, findPlace: LocateDeps['findPlace']): readonly string[] {
  const found: string[] = []
  const open = [name]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const place = found.includes(next) ? undefined : findPlace(next)
    if (!place) continue
    found.push(place.name)
    open.push(...[place.city, place.within].filter((outer) => outer !== undefined))
  }
  return found
}
