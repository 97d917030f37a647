import { bareNumber } from './bare-number'
import { countedIn } from './counted'
import { lexicon, segments } from './lexicon'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

const [LIGHTEST, HEAVIEST] = [2, 250]

/** Kilograms, one decimal at most. "About N" is N; "above N", ranges and other measures give nothing. */
export const weight: Recogniser<number> = (text, { locale }) => {
  const said = utterance(text)
  const limits = segments(said.words, lexicon('beside')).map(({ meaning }) => meaning)
  if (limits.includes('limit') || limits.includes('least')) return undefined
  const counted = countedIn(said, locale)
  const stated = new Set(counted.filter(({ of }) => of === 'weight').map(({ value }) => value))
  if (stated.size > 0) return stated.size === 1 ? [...stated][0] : undefined
  if (counted.length > 0) return undefined
  const bare = bareNumber(said, locale)
  if (!bare || Math.round(bare.value * 10) / 10 !== bare.value) return undefined
  return bare.value >= LIGHTEST && bare.value <= HEAVIEST ? bare.value : undefined
}
