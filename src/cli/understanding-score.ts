import { isDeepStrictEqual } from 'node:util'

/** What was wanted and what was read: `null` is nothing. */
export interface Reading {
  readonly want: unknown
  readonly got: unknown
}

export interface Score {
  readonly rows: number
  /** Values that something was to be read from: rows, or for objects their slots. */
  readonly wanted: number
  readonly right: number
  /** Values given that were not wanted. */
  readonly wrong: number
  readonly traps: number
  readonly refused: number
}

type Slots = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Slots => typeof value === 'object' && value !== null

/** An object is judged slot by slot, everything else as one value. */
function slotsOf(value: unknown): Slots {
  if (value === null || value === undefined) return {}
  return isObject(value) ? value : { value }
}

function scoreOne({ want, got }: Reading): Score {
  const wantedSlots = slotsOf(want)
  const given = Object.entries(slotsOf(got))
  const right = given.filter(([slot, value]) => isDeepStrictEqual(wantedSlots[slot], value)).length
  const trap = want === null
  return {
    rows: 1,
    wanted: Object.keys(wantedSlots).length,
    right,
    wrong: given.length - right,
    traps: trap ? 1 : 0,
    refused: trap && given.length === 0 ? 1 : 0,
  }
}

const NOTHING: Score = { rows: 0, wanted: 0, right: 0, wrong: 0, traps: 0, refused: 0 }

function sum(a: Score, b: Score): Score {
  return {
    rows: a.rows + b.rows,
    wanted: a.wanted + b.wanted,
    right: a.right + b.right,
    wrong: a.wrong + b.wrong,
    traps: a.traps + b.traps,
    refused: a.refused + b.refused,
  }
}

/** How well readings agree with what was wanted. */
export function score(readings: readonly Reading[]): Score {
  return readings.map(scoreOne).reduce(sum, NOTHING)
}

/** A share in percent with one decimal; `-` of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)
}

/** Right answers, nothing wanted and nothing given included, in percent of all that could be right. */
export function rightShare({ right, refused, wanted, traps }: Score): string {
  return percent(right + refused, wanted + traps)
}
