import { sound } from './fold'
import { vocabularies } from './words'

const DEVANAGARI = /[\u0900-\u097f]/
const LETTERS: Readonly<Record<string, string>> = {
  अ: 'a', आ: 'aa', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ए: 'e', ऐ: 'ai', ऑ: 'o', ओ: 'o', औ: 'au', ऋ: 'ri',
  'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'े': 'e', 'ै': 'ai', 'ॉ': 'o', 'ो': 'o', 'ौ': 'au', 'ृ': 'ri',
  'ॅ': 'e', 'ं': 'n', क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n', च: 'ch', छ: 'chh', ज: 'j', झ: 'jh', ञ: 'n',
  ट: 't', ठ: 'th', ड: 'd', ढ: 'dh', ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n', प: 'p', फ: 'f', ब: 'b',
  भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', व: 'v', श: 'sh', ष: 'sh', स: 's', ह: 'h',
} // prettier-ignore

/** A Devanagari word in Latin letters, the vowels that are not written left out. */
function romanised(word: string): string {
  return Array.from(word.replace(/ं$/, ''), (letter) => LETTERS[letter] ?? '').join('')
}

let usual: ReadonlyMap<string, string> | undefined

/** The usual word for each other form of it, by sound. */
function usualForms(): ReadonlyMap<string, string> {
  const all = [...vocabularies('variants').values()].flatMap((variants) => Object.entries(variants))
  return new Map(all.flatMap(([word, forms]) => forms.map((form) => [sound(form), word] as const)))
}

/**
 * One key for a word in either script and in the dialects round Kanpur: `khoon` and `खून`, `krna` and `करना`, `हमका`
 * and `हमको`. Looser than `sound`: an `a` inside a word counts for nothing, so it suits topics and phrases only.
 */
export function spoken(word: string): string {
  usual ??= usualForms()
  const form = usual.get(sound(word)) ?? word
  const latin = DEVANAGARI.test(form) ? romanised(form) : form
  return sound(latin).replace(/(?<=.)a(?=.)/g, '')
}
