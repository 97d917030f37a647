import type { Json } from '../../turn/conversation'
import { type FormatAsk, type Formatter, FormatError } from './formatter'

/**
 * A place as people of the city call it, where the language has a name for it (namespace `places`), else by its
 * official name; a place that the gazetteer does not know is shown as it was written.
 */
export const formatPlace: Formatter = (value, ask) => {
  if (value === null || value === undefined) return ask.word('not_given')
  if (typeof value === 'string') return known(value, ask)
  const { name, asWritten } = value as { readonly [key: string]: Json }
  if (typeof name === 'string') return known(name, ask)
  if (typeof asWritten === 'string') return asWritten.replace(/\s+/g, ' ').trim()
  throw new FormatError(`a place is wanted, not ${JSON.stringify(value)}`)
}

/** The blood centre that issues; where nobody knows it yet, the team will say. */
export const formatCentre: Formatter = (value, ask) =>
  value === null || value === undefined ? ask.word('centre_unknown') : formatPlace(value, ask)

/** Where a donor lives: the PIN code, or else the place that the argument names. */
export const formatWhere: Formatter = (value, ask) => {
  if (typeof value === 'string') return value
  return formatPlace(ask.argument === undefined ? null : ask.values[ask.argument], ask)
}

function known(name: string, ask: FormatAsk): string {
  const key = `places:${name}`
  return ask.hasWord(key) ? ask.word(key) : name
}
