import { isOrdinaryWord } from './ordinary-words'
import { remembering } from './remembering'
import { utterance } from './utterance'
import { vocabularies } from './words'

/** Shorter words are not taken apart. */
const [SHORTEST, SHORTEST_DEVANAGARI] = [7, 6]
const LONGEST = 30
const MOST_PIECES = 5
/** One piece at least is as long. */
const LONG_PIECE = 4
const DEVANAGARI = /[\u0900-\u097f]/
/** Words of two letters that stand between others. */
const LITTLE = /^(?:to|hu|ka|ki|ko|ke|me|se|hai|है|का|को|के|की|से|मे)$/

let known: ReadonlySet<string> | undefined

function pieces(): ReadonlySet<string> {
  known ??= new Set(
    [...vocabularies('intents').values()]
      .flatMap((vocabulary) => Object.entries(vocabulary))
      .flatMap(([, spellings]) => spellings.flatMap((spelling) => utterance(spelling).words))
      .filter((word) => word.length > 2 || LITTLE.test(word) || word === 'i'),
  )
  return known
}

/** The fewest known words that `word` is made of. */
function split(word: string): readonly string[] | undefined {
  const best: (readonly string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start]
      const piece = word.slice(start, end)
      if (!before || (piece === 'i' && start > 0) || !pieces().has(piece)) continue
      const found = best[end]
      if (!found || before.length + 1 < found.length) best[end] = [...before, piece]
    }
  }
  return best[word.length]
}

/** `todonate` is `to donate`, `खुनदेनाहै` is `खुन देना है`; other words stay whole. */
export const wordsApart = remembering((word: string): readonly string[] => {
  const shortest = DEVANAGARI.test(word) ? SHORTEST_DEVANAGARI : SHORTEST
  if (word.length < shortest || word.length > LONGEST || pieces().has(word) || isOrdinaryWord(word))
    return [word]
  const found = split(word)
  const plausible = found && found.length <= MOST_PIECES && found.some((piece) => piece.length >= LONG_PIECE)
  return plausible ? found : [word]
})
