import { closest, distance } from 'fastest-levenshtein'

/** One wrong letter in three is still a slip of the hand. */
const LETTERS_PER_SLIP = 3

/** ` (did you mean "x"?)` when one of the known words is that near, or has the same letters in another order. */
export function suggestion(word: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const nearest = closest(word, known)
  const near = distance(word, nearest) <= Math.round(word.length / LETTERS_PER_SLIP)
  return near || letters(word) === letters(nearest) ? ` (did you mean "${nearest}"?)` : ''
}

function letters(word: string): string {
  return Array.from(word).sort().join('')
}
