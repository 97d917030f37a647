import { gazetteer, type Place, type PlaceKind } from './gazetteer'

/** A point on the earth, in degrees. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

const METRES_PER_DEGREE = 111_320

/** The nearest place of these kinds, if it is no farther than `within` metres. */
export function nearestPlace(
  point: Point,
  { kinds, within }: { readonly kinds: readonly PlaceKind[]; readonly within: number },
): Place | undefined {
  let nearest: { readonly place: Place; readonly metres: number } | undefined
  for (const place of gazetteer().places) {
    const { lat, lon } = place
    if (lat === undefined || lon === undefined || !kinds.includes(place.kind)) continue
    const metres = distance(point, { latitude: lat, longitude: lon })
    // Of two at one point the first: a hospital stands before its college.
    if (metres <= within && metres < (nearest?.metres ?? Infinity)) nearest = { place, metres }
  }
  return nearest?.place
}

/** Within a city the earth is flat. */
function distance(one: Point, other: Point): number {
  const north = one.latitude - other.latitude
  const east = (one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east) * METRES_PER_DEGREE
}
