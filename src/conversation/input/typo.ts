import { distance } from 'fastest-levenshtein'

/** Whether two words differ by two neighbouring letters typed in the wrong order. */
export function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const rest = one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2)
  return at < one.length && rest === other.slice(at)
}

/** One letter missing, added or wrong, or two neighbours swapped; the first letter is right. */
export function isSlipOf(typed: string, word: string): boolean {
  return typed[0] === word[0] && (distance(typed, word) <= 1 || isSwapped(typed, word))
}
