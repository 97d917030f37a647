import { amountsIn, type Amounts } from './amounts'
import type { Recogniser } from './recogniser'

const [FEWEST, MOST] = [1, 99]
/** "More than 2", "2 or more", "350 ml": no number of units. */
const REFUSED = ['limit', 'volume']

function isRefused({ amounts, beside }: Amounts): boolean {
  return REFUSED.some((meaning) => beside.has(meaning)) || amounts.some(({ value }) => value === undefined)
}

/** "a unit", "single bottle" */
function isOne({ beside }: Amounts): boolean {
  return beside.has('article') && beside.has('unit') && !beside.has('not')
}

/** How many units: counted by a unit word, or a bare number. "At least N" is N; ranges, fractions and ml give nothing. */
export const units: Recogniser<number> = (text, { locale }) => {
  const read = amountsIn(text, locale)
  if (!read || isRefused(read)) return undefined
  const { amounts, beside } = read
  if (amounts.length === 0) return isOne(read) ? 1 : undefined
  const counted = amounts.filter(({ of }) => of === 'unit')
  const bare = amounts.filter(({ of }) => of === 'bare')
  if (counted.length === 0 && beside.has(undefined)) return undefined
  const values = new Set([...counted, ...bare].map(({ value }) => value))
  const [value] = values
  if (values.size !== 1 || value === undefined || !Number.isInteger(value)) return undefined
  return value >= FEWEST && value <= MOST ? value : undefined
}
