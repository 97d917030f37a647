/** `>` a person writes; `<` what the phone shows; `!` what changed besides; `@` time passes, or something happens. */
export type Mark = '>' | '<' | '!' | '@'

export const MARKS: readonly Mark[] = ['>', '<', '!', '@']

/** One message, change or event. Only messages have more than one line. */
export interface Entry {
  readonly mark: Mark
  readonly text: string
}

/** What a transcript begins with. A name may come more than once. */
export interface HeaderLine {
  readonly name: string
  readonly value: string
}

export const HEADER_NAMES = ['locale', 'now', 'channel', 'coordinators', 'given'] as const

/** A conversation as a text file. */
export interface Transcript {
  readonly title: string
  readonly header: readonly HeaderLine[]
  readonly entries: readonly Entry[]
}

/** Whether entries of this mark are messages: they may have several lines. */
export function isMessage(mark: Mark): boolean {
  return mark === '>' || mark === '<'
}

/** The header's values of that name. */
export function headerOf(transcript: Transcript, name: (typeof HEADER_NAMES)[number]): readonly string[] {
  return transcript.header.filter((line) => line.name === name).map(({ value }) => value)
}
