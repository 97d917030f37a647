import { gazetteer } from './gazetteer'

let words: ReadonlySet<string> | undefined

/** Whether a normalised word is a common word or a person's name: no slip or likeness may turn it into anything. */
export function isOrdinaryWord(word: string): boolean {
  words ??= new Set(gazetteer().ordinaryWords)
  return words.has(word)
}
