/** A place on the map, in degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

const EARTH_RADIUS_KM = 6371

/** Kilometres between two places as the crow flies. */
export function kilometresBetween(a: Point, b: Point): number {
  const half = (degrees: number): number => Math.sin((degrees * Math.PI) / 360) ** 2
  const cosines = Math.cos((a.lat * Math.PI) / 180) * Math.cos((b.lat * Math.PI) / 180)
  const h = half(b.lat - a.lat) + cosines * half(b.lon - a.lon)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h))
}
