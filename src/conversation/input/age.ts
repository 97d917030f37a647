import { bareNumber } from './bare-number'
import { countedIn } from './counted'
import { lexicon, segments } from './lexicon'
import { numbersIn } from './number-words'
import type { Recogniser } from './recogniser'
import { utterance, type Utterance } from './utterance'

const MOST_YEARS = 120
const MONTHS = 12

/** Completed years. Months are floored to years; "above N", ranges and birth years give nothing. */
export const age: Recogniser<number> = (text, { locale }) => {
  const said = utterance(text)
  if (isLimited(said)) return undefined
  const counted = countedIn(said, locale)
  const years = new Set(counted.filter(({ of }) => of === 'age').map(({ value }) => value))
  if (years.size > 0) return years.size === 1 ? [...years][0] : undefined
  if (counted.length > 0) return undefined
  const months = monthsIn(said, locale)
  if (months !== undefined) return Math.floor(months / MONTHS)
  const bare = bareNumber(said, locale)
  if (!bare || bare.least) return undefined
  const whole = Math.floor(bare.value)
  return whole >= 0 && whole <= MOST_YEARS ? whole : undefined
}

function isLimited(said: Utterance): boolean {
  return segments(said.words, lexicon('beside')).some(
    ({ meaning }) => meaning === 'limit' || meaning === 'least',
  )
}

/** "18 mahine", "6 months old": one number, counted in months. */
function monthsIn(said: Utterance, locale: string | undefined): number | undefined {
  const numbers = numbersIn(said, locale)
  const [number] = numbers
  if (!number || numbers.length > 1) return undefined
  const next = lexicon('counted', { joined: false }).at(said.tokens, number.at + number.length, locale)
  return next?.meaning === 'month' ? number.value : undefined
}
