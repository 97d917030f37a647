import { closest, distance } from 'fastest-levenshtein'

const TYPO_DISTANCE = 3

/** ` (did you mean "x"?)` when one of the known words is that near. */
export function suggestion(word: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const nearest = closest(word, known)
  return distance(word, nearest) <= TYPO_DISTANCE ? ` (did you mean "${nearest}"?)` : ''
}
