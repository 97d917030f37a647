import { amountsIn, type Amount } from './amounts'
import type { Recogniser } from './recogniser'

const [LIGHTEST, HEAVIEST] = [2, 250]
const GRAMS = 1000
/** "Above 50", "at least 50", pounds. */
const REFUSED = ['limit', 'least', 'not', 'nahi', 'or', '+', 'pound', 'volume']

/** Kilograms and grams, each once. */
function kilosOf(amounts: readonly Amount[]): number | undefined {
  const kilos = new Set(amounts.filter(({ of }) => of === 'kilo').map(({ value }) => value))
  const grams = new Set(amounts.filter(({ of }) => of === 'gram').map(({ value }) => value))
  if (kilos.size > 1 || grams.size > 1 || kilos.size + grams.size === 0) return undefined
  return ([...kilos][0] ?? 0) + ([...grams][0] ?? 0) / GRAMS
}

/** Kilograms to one decimal. "About 55" is 55; "above 50", ranges and other measures give nothing. */
export const weight: Recogniser<number> = (text, { locale }) => {
  const read = amountsIn(text, locale)
  if (!read || REFUSED.some((meaning) => read.beside.has(meaning))) return undefined
  const { amounts, beside } = read
  const weighed = amounts.filter(({ of }) => of === 'kilo' || of === 'gram')
  const bare = amounts.filter(({ of }) => of === 'bare')
  if ([...weighed, ...bare].some(({ value }) => value === undefined)) return undefined
  const alone = amounts.length === 1 && bare.length === 1 && !beside.has(undefined)
  if (weighed.length > 0 ? bare.length > 0 : !alone) return undefined
  const kilos = weighed.length > 0 ? kilosOf(weighed) : bare[0]?.value
  if (kilos === undefined || kilos < LIGHTEST || kilos > HEAVIEST) return undefined
  return Math.round(kilos * 10) / 10
}
