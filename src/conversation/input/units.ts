import { bareNumber } from './bare-number'
import { countedIn } from './counted'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

const [FEWEST, MOST] = [1, 99]
/** Amounts that are no units: millilitres, times, days, money. */
const OTHER_MEASURE = /(?<![\p{L}\p{M}])(?:ml|m l|millilit\w*|litre|liter|मिली|एमएल|लीटर)(?![\p{L}\p{M}])/u

/** How many units: counted by a unit word, or a bare number. "At least N" is N; ranges, fractions and ml give nothing. */
export const units: Recogniser<number> = (text, { locale }) => {
  const said = utterance(text)
  if (OTHER_MEASURE.test(said.text.replace(/\d/gu, ' '))) return undefined
  const counted = countedIn(said, locale)
  const stated = new Set(counted.filter(({ of }) => of === 'units').map(({ value }) => value))
  if (stated.size > 0) return stated.size === 1 ? [...stated][0] : undefined
  if (counted.length > 0) return undefined
  const bare = bareNumber(said, locale)
  if (!bare || bare.limited || !Number.isInteger(bare.value)) return undefined
  return bare.value >= FEWEST && bare.value <= MOST ? bare.value : undefined
}
