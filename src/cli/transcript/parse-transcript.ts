import {
  HEADER_NAMES,
  isMessage,
  MARKS,
  type Entry,
  type HeaderLine,
  type Mark,
  type Transcript,
} from './transcript'

/** A transcript that cannot be read; the message names the line and the repair. */
export class TranscriptError extends Error {
  override readonly name = 'TranscriptError'
}

/** Reads a transcript; `printTranscript` prints it back unchanged. Throws a `TranscriptError`. */
export function parseTranscript(text: string): Transcript {
  const lines = text.split('\n')
  if (lines.pop() !== '')
    throw new TranscriptError('the last line has no end; end the file with a line break')
  const headerEnd = lines.indexOf('')
  const [first = '', ...rest] = lines.slice(0, headerEnd === -1 ? lines.length : headerEnd)
  const title = /^# (.+)$/.exec(first)?.[1]
  if (title === undefined) throw problem(1, 'begin with "# " and what happens')
  const header = rest.map((line, index) => parseHeaderLine(line, index + 2))
  const from = headerEnd === -1 ? lines.length : headerEnd + 1
  return { title, header, entries: parseEntries(lines.slice(from), from + 1) }
}

function parseHeaderLine(line: string, number: number): HeaderLine {
  const [, name = '', value = ''] = /^([a-z]+): (.+)$/.exec(line) ?? []
  if (!HEADER_NAMES.some((known) => known === name)) {
    throw problem(number, `write one of ${HEADER_NAMES.join(', ')}, a colon and a value; then a blank line`)
  }
  return { name, value }
}

function parseEntries(lines: readonly string[], firstNumber: number): readonly Entry[] {
  const entries: Entry[] = []
  let apart = true
  lines.forEach((line, index) => {
    if (line === '') {
      if (apart) throw problem(firstNumber + index, 'one blank line is enough')
      apart = true
      return
    }
    const { mark, text } = parseLine(line, firstNumber + index)
    const last = entries.at(-1)
    if (last?.mark === mark && isMessage(mark) && !apart) {
      entries[entries.length - 1] = { mark, text: `${last.text}\n${text}` }
    } else {
      if (apart && last && (last.mark !== mark || !isMessage(mark))) {
        throw problem(
          firstNumber + index - 1,
          'a blank line only stands between two messages of the same side',
        )
      }
      entries.push({ mark, text })
    }
    apart = false
  })
  return entries
}

function parseLine(line: string, number: number): Entry {
  const mark = MARKS.find((one) => line === one || line.startsWith(`${one} `))
  if (mark === undefined) throw problem(number, `begin with one of ${MARKS.join(' ')} and a space`)
  return { mark: mark satisfies Mark, text: line.slice(2) }
}

function problem(line: number, repair: string): TranscriptError {
  return new TranscriptError(`line ${line}: ${repair}`)
}
