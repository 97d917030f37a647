import type { Locale } from '../../base/locale'
import { lexicon, segments, type Segment } from './lexicon'
import { numbersIn } from './number-words'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

/**
 * The choice among `options`, counted from 1: its number in any script or in words, "first", "last", its title, or
 * words that only one title has. Two choices, or a number that is not offered, give nothing.
 */
export const menu: Recogniser<number> = (text, { options = [], locale }) => {
  const said = utterance(text)
  const titled = byTitle(said.words, options)
  if (titled !== undefined) return titled
  const cut = segments(said.words, lexicon(['ordinals', 'fillers']), locale)
  const numbered = byNumber(text, cut, locale) ?? byOrdinal(cut, options.length)
  if (numbered !== undefined) return numbered >= 1 && numbered <= options.length ? numbered : undefined
  return byWord(said.words, options)
}

const isBeside = ({ meaning }: Segment): boolean => meaning === 'filler' || meaning === 'marker'

function byNumber(text: string, cut: readonly Segment[], locale?: Locale): number | undefined {
  const said = utterance(text)
  const numbers = numbersIn(said, locale)
  const [number] = numbers
  if (numbers.length !== 1 || !number || said.tokens.includes('+')) return undefined
  const words = said.words.length - number.length
  const beside = cut.filter(isBeside).reduce((sum, { length }) => sum + length, 0)
  return beside >= words && Number.isInteger(number.value) ? number.value : undefined
}

function byOrdinal(cut: readonly Segment[], last: number): number | undefined {
  const rest = cut.filter((segment) => !isBeside(segment))
  const [one] = rest
  if (rest.length !== 1 || one?.meaning === undefined) return undefined
  return one.meaning === 'last' ? last : Number(one.meaning)
}

function byTitle(words: readonly string[], options: readonly string[]): number | undefined {
  const wanted = words.join(' ')
  const same = options.flatMap((title, i) => (utterance(title).words.join(' ') === wanted ? [i + 1] : []))
  return wanted !== '' && same.length === 1 ? same[0] : undefined
}

/** Every telling word of the message stands in one title, and in no other. */
function byWord(words: readonly string[], options: readonly string[]): number | undefined {
  const telling = segments(words, lexicon(['ordinals', 'fillers']))
    .filter((segment) => segment.meaning === undefined)
    .flatMap(({ at, length }) => words.slice(at, at + length))
  if (telling.length === 0) return undefined
  const titles = options.map((title) => new Set(utterance(title).words))
  const found = titles.flatMap((title, i) => (telling.every((word) => title.has(word)) ? [i + 1] : []))
  return found.length === 1 ? found[0] : undefined
}
