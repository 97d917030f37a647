import { kilometresBetween, type Point } from '../alerts/distance'

/** A square of the map, about 5 km wide; homes in it are found together. */
export type HomeCell = string

/** Homes that nobody knows. */
export const UNKNOWN_HOME: HomeCell = 'unknown'

/** Degrees. Smaller cells are more look-ups, larger ones more donors who live too far away. */
const WIDTH = 0.05
const KM_PER_DEGREE = 111.2

/** The cell of a home. */
export function homeCell(point: Point | undefined): HomeCell {
  return point === undefined ? UNKNOWN_HOME : cellAt(rowOf(point.lat), rowOf(point.lon))
}

/** Every cell of which some point may be within so many kilometres, the nearest first. */
export function cellsWithin(
  centre: Point,
  withinKm: number,
): readonly { readonly cell: HomeCell; readonly km: number }[] {
  const tall = Math.ceil(withinKm / (KM_PER_DEGREE * WIDTH))
  const wide = Math.ceil(withinKm / (KM_PER_DEGREE * WIDTH * Math.cos((centre.lat * Math.PI) / 180)))
  const found: { readonly cell: HomeCell; readonly km: number }[] = []
  for (let row = rowOf(centre.lat) - tall; row <= rowOf(centre.lat) + tall; row++) {
    for (let column = rowOf(centre.lon) - wide; column <= rowOf(centre.lon) + wide; column++) {
      const nearest = { lat: inCell(centre.lat, row), lon: inCell(centre.lon, column) }
      const km = kilometresBetween(centre, nearest)
      if (km <= withinKm) found.push({ cell: cellAt(row, column), km })
    }
  }
  return found.sort((a, b) => a.km - b.km || (a.cell < b.cell ? -1 : 1))
}

function cellAt(row: number, column: number): HomeCell {
  return `${row}:${column}`
}

function rowOf(degrees: number): number {
  return Math.floor(degrees / WIDTH)
}

/** The nearest to `degrees` that lies in the row. */
function inCell(degrees: number, row: number): number {
  return Math.min(Math.max(degrees, row * WIDTH), (row + 1) * WIDTH)
}
