import type { KnownPlace } from '../../blood/organisation/service-area'
import { gazetteer } from '../input/gazetteer'

let byName: ReadonlyMap<string, KnownPlace> | undefined

/** The gazetteer's entry of this name. */
export function findPlace(name: string): KnownPlace | undefined {
  byName ??= new Map(gazetteer().places.map((place) => [place.name, place]))
  return byName.get(name)
}
