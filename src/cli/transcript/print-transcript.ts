import { isMessage, type Entry, type Transcript } from './transcript'

/** The transcript as its file: a blank line stands after the header and between two messages of the same side. */
export function printTranscript({ title, header, entries }: Transcript): string {
  const lines = [`# ${title}`, ...header.map(({ name, value }) => `${name}: ${value}`), '']
  entries.forEach((entry, index) => {
    const before = entries[index - 1]
    if (before?.mark === entry.mark && isMessage(entry.mark)) lines.push('')
    lines.push(...printEntry(entry))
  })
  return `${lines.join('\n')}\n`
}

/** An entry's lines, each with its mark. */
export function printEntry({ mark, text }: Entry): readonly string[] {
  return text.split('\n').map((line) => (line === '' ? mark : `${mark} ${line}`))
}
