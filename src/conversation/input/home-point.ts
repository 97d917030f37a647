import type { Point } from '../../blood/alerts/distance'
import { gazetteer, type Place } from './gazetteer'

let points:
  { readonly byName: ReadonlyMap<string, Point>; readonly byPin: ReadonlyMap<string, Point> } | undefined

/**
 * Where somebody lives, as near as the area or else the PIN code tells (its places' middle); nothing where the gazetteer
 * has no coordinates for either.
 */
export function homePoint({
  area,
  pincode,
}: {
  readonly area?: string
  readonly pincode?: string
}): Point | undefined {
  points ??= read(gazetteer().places)
  const { byName, byPin } = points
  return (
    (area === undefined ? undefined : byName.get(area)) ??
    (pincode === undefined ? undefined : byPin.get(pincode))
  )
}

function read(places: readonly Place[]): NonNullable<typeof points> {
  const byName = new Map<string, Point>()
  const ofPin = new Map<string, Point[]>()
  for (const { name, pincode, lat, lon } of places) {
    if (lat === undefined || lon === undefined) continue
    byName.set(name, { lat, lon })
    if (pincode !== undefined) ofPin.set(pincode, [...(ofPin.get(pincode) ?? []), { lat, lon }])
  }
  return { byName, byPin: new Map([...ofPin].map(([pin, found]) => [pin, middle(found)])) }
}

function middle(found: readonly Point[]): Point {
  const mean = (of: (point: Point) => number): number =>
    found.reduce((sum, one) => sum + of(one), 0) / found.length
  return { lat: rounded(mean(({ lat }) => lat)), lon: rounded(mean(({ lon }) => lon)) }
}

/** To some ten metres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
