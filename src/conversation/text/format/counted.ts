import { type Formatter, FormatError } from './formatter'

/** A number with its noun, by the plural rules of the language: the word `<noun>` of `common`. */
export function counted(noun: string): Formatter {
  return (value, ask) => {
    if (typeof value !== 'number') {
      throw new FormatError(`a number is wanted, not ${JSON.stringify(value) ?? 'nothing'}`)
    }
    return ask.word(noun, { count: value })
  }
}
