import type { Pen, Style } from './pen'

/** What one letter is that no line may break: a sign with its marks, and consonants that are joined to one. */
const CLUSTER = /\P{M}[\p{M}\u200c\u200d]*(?:(?<=\u094d[\u200c\u200d]?)\p{L}[\p{M}\u200c\u200d]*)*/gu

/** Lines of a text, and the size at which they fit. */
export interface Fitted {
  readonly lines: readonly string[]
  readonly size: number
  readonly leading: number
}

/** Space for a text, and the sizes that it may have, the largest first. */
export interface Box {
  readonly width: number
  readonly height: number
  readonly sizes: readonly number[]
  /** Of a line, in times of its size: Devanagari needs more than Latin. */
  readonly leading: number
}

/** The text in the largest size at which all of it is inside the box; at the smallest when none is. */
export function fit(text: string, style: Pick<Style, 'font'>, { box, pen }: { box: Box; pen: Pen }): Fitted {
  let fitted: Fitted = { lines: [], size: 0, leading: 0 }
  for (const size of box.sizes) {
    const lines = linesOf(text, box.width, (part) => pen.width(part, { ...style, size }))
    fitted = { lines, size, leading: size * box.leading }
    if (lines.length * fitted.leading <= box.height) return fitted
  }
  return fitted
}

/** Lines that are no wider: broken between words, and inside a word that is wider than a line. */
export function linesOf(text: string, width: number, widthOf: (part: string) => number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => piecesOf(one, width, widthOf))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].filter((one) => one !== '')
}

function piecesOf(word: string, width: number, widthOf: (part: string) => number): readonly string[] {
  if (widthOf(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const cluster of word.match(CLUSTER) ?? []) {
    if (piece !== '' && widthOf(piece + cluster) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += cluster
  }
  return [...pieces, piece]
}
