const MOST_REMEMBERED = 5000
/** Longer than every word of the vocabularies: not worth keeping. */
const LONGEST_REMEMBERED = 40

/** `work`, its results for the words that people use again and again kept; the others make room. */
export function remembering<V>(work: (word: string) => V): (word: string) => V {
  const results = new Map<string, V>()
  return (word) => {
    const known = results.get(word)
    if (known !== undefined || results.has(word)) return known as V
    const result = work(word)
    if (word.length > LONGEST_REMEMBERED) return result
    if (results.size >= MOST_REMEMBERED) results.clear()
    results.set(word, result)
    return result
  }
}
