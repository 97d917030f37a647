import type { Locale } from '../../base/locale'
import { lexicon } from './lexicon'
import type { Utterance } from './utterance'

/** Fewer number words in a row are numbers, and not the digits of one. */
const FEWEST_WORDS = 4
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3 }
const UP_TO_99 = /^\d{1,2}$/

/**
 * Numbers said digit by digit or in pairs, each as one string of digits: "nau aath teen ..." is 983..., "double five"
 * is 55. Linear in the length of the text.
 */
export function spokenDigits({ words }: Utterance, locale?: Locale): string[] {
  const numbers = lexicon('numbers', { joined: false })
  const runs: string[] = []
  let digits = ''
  let count = 0
  let times = 1
  const finish = (): void => {
    if (count >= FEWEST_WORDS) runs.push(digits)
    digits = ''
    count = 0
  }
  for (let at = 0; at < words.length;) {
    const match = numbers.at(words, at, locale)
    at += match?.length ?? 1
    const multiple = TIMES[match?.meaning ?? '']
    if (multiple === undefined) {
      if (match && UP_TO_99.test(match.meaning)) {
        digits += match.meaning.repeat(times)
        count += times
      } else finish()
    }
    times = multiple ?? 1
  }
  finish()
  return runs
}
