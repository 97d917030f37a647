import { lexicon } from './lexicon'
import { remembering } from './remembering'

const MEASURES = new Set(['unit', 'year', 'kilo', 'month'])
const [SHORTEST_NUMBER, SHORTEST_MEASURE] = [2, 3]
const LONGEST = 16
const WORD = /[\p{L}\p{M}]{5,}/gu

function isKnown(word: string): boolean {
  return ['counted', 'numbers', 'fillers', 'intents'].some(
    (kind) => lexicon(kind).at([word], 0) !== undefined,
  )
}

const takenApart = remembering((word): string => {
  if (word.length > LONGEST || isKnown(word)) return word
  for (let at = SHORTEST_NUMBER; at <= word.length - SHORTEST_MEASURE; at++) {
    const number = lexicon('numbers').at([word.slice(0, at)], 0)?.meaning
    const measure = lexicon('counted').at([word.slice(at)], 0)?.meaning
    if (Number(number) > 0 && MEASURES.has(measure ?? '')) return `${word.slice(0, at)} ${word.slice(at)}`
  }
  return word
})

/** A normalised text with number words and what they count written apart: `teenbotal` is `teen botal`. */
export function countedApart(normalised: string): string {
  return normalised.replace(WORD, takenApart)
}
