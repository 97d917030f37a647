import { amountsIn, type Amount } from './amounts'
import type { Recogniser } from './recogniser'

const MOST_YEARS = 120
const MONTHS_A_YEAR = 12
const WEEKS_A_YEAR = 52
const DAYS_A_YEAR = 365
/** "Above 18", "at least 18", "ten years ago". */
const REFUSED = ['limit', 'least', 'not', 'nahi', 'or', '+']

function sumOf(amounts: readonly Amount[], measure: string): number {
  return amounts.reduce((sum, { of, value }) => sum + (of === measure && value !== undefined ? value : 0), 0)
}

/** Years and parts of a year, each measure once. */
function yearsOf(amounts: readonly Amount[]): number | undefined {
  const twice = amounts.some(({ of, value }) =>
    amounts.some((other) => other.of === of && other.value !== value),
  )
  if (twice) return undefined
  const once = amounts.filter(({ of }, i) => amounts.findIndex((other) => other.of === of) === i)
  const months = sumOf(once, 'month') / MONTHS_A_YEAR
  return sumOf(once, 'year') + months + sumOf(once, 'week') / WEEKS_A_YEAR + sumOf(once, 'day') / DAYS_A_YEAR
}

/** Completed years: months are floored to years. "About 7" is 7; "above 18", ranges and birth years give nothing. */
export const age: Recogniser<number> = (text, { locale }) => {
  const read = amountsIn(text, locale)
  if (!read || REFUSED.some((meaning) => read.beside.has(meaning))) return undefined
  const { amounts, beside } = read
  if (amounts.some(({ value }) => value === undefined)) return undefined
  if (amounts.length === 0) return withoutNumber(beside)
  const aged = amounts.filter(({ of }) => ['year', 'month', 'week', 'day'].includes(of))
  const bare = amounts.filter(({ of }) => of === 'bare')
  if (aged.length > 0 ? bare.length > 0 : amounts.length > 1 || bare.length !== 1 || beside.has(undefined)) {
    return undefined
  }
  const years = aged.length > 0 ? yearsOf(aged) : bare[0]?.value
  return years !== undefined && years <= MOST_YEARS ? Math.floor(years) : undefined
}

function withoutNumber(beside: ReadonlySet<string | undefined>): number | undefined {
  if (beside.has('newborn')) return 0
  // "saal bhar ka": of a whole year; "saal bhar se" is a span.
  const whole = beside.has('bhar') && (beside.has('old') || beside.has('is_old'))
  if (whole && beside.has('year') && !beside.has(undefined)) return 1
  return beside.has('article') && beside.has('year') ? 1 : undefined
}
