import { join } from 'node:path'
import { score, type Score } from '../../src/cli/understanding-score'
import { evaluationSets, readRow, type EvaluationSet } from '../../src/cli/understanding-sets'

interface Bar {
  /** At least so many percent of the values wanted are read. */
  readonly right: number
  /** At most so many percent are read wrongly. */
  readonly wrong: number
}

const CLOSED: Bar = { right: 97, wrong: 1 }
const DATED: Bar = { right: 95, wrong: 0.5 }

/** What issue 5 asks of every kind. */
const BARS: Readonly<Record<string, Bar>> = {
  blood_group: { right: 99, wrong: 0 },
  phone: { right: 99, wrong: 0 },
  yes_no: CLOSED,
  units: CLOSED,
  menu: CLOSED,
  age: CLOSED,
  weight: CLOSED,
  language: CLOSED,
  component: CLOSED,
  pincode: CLOSED,
  date: DATED,
  date_past: DATED,
  time: DATED,
  place: { right: 93, wrong: 2 },
  intent: { right: 93, wrong: 3 },
  multi: { right: 92, wrong: 2 },
}
const TRAPS_REFUSED = 95

const sets = evaluationSets(join(__dirname, '../conversation/input/sets'))
const percent = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole)

describe('the evaluation sets', () => {
  it('hold hundreds of rows for intent and multi', () => {
    const rows = (kind: string): number =>
      sets.filter((set) => set.kind === kind).reduce((sum, set) => sum + set.rows.length, 0)
    expect(rows('intent')).toBeGreaterThan(500)
    expect(rows('multi')).toBeGreaterThan(150)
  })

  it('give every row an id of its own', () => {
    const ids = sets.flatMap((set) => set.rows.map((row) => row.id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe.each(sets.map((set): [string, EvaluationSet] => [`${set.kind} in ${set.script}`, set]))(
  '%s',
  (_name, set) => {
    let result: Score
    beforeAll(() => {
      result = score(set.rows.map(readRow))
    })
    const bar = BARS[set.kind] ?? CLOSED

    it('is read as often as issue 5 asks', () => {
      expect(percent(result.right, result.wanted)).toBeGreaterThanOrEqual(bar.right)
    })

    it('is rarely read wrongly', () => {
      expect(percent(result.wrong, result.wanted + result.traps)).toBeLessThanOrEqual(bar.wrong)
    })

    it('refuses traps', () => {
      expect(percent(result.refused, result.traps)).toBeGreaterThanOrEqual(TRAPS_REFUSED)
    })
  },
)
