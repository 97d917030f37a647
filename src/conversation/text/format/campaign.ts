import { formatDay } from './date'
import { type Formatter, FormatError, plain, records } from './formatter'

/** Parts of a sum, each in the words `amount_<of>`: "31 of whole blood, 5 of plasma". */
export const formatAmounts: Formatter = (value, ask) =>
  records(value)
    .map(({ of, count }) => ask.word(`amount_${plain(of)}`, { count: count ?? 0 }))
    .join(', ')

/** Camps with their codes, a line each; there may be none yet. */
export const formatHeldCamps: Formatter = (value, ask) => {
  const camps = records(value).map((camp) => ask.word('held_camp', camp))
  return camps.length === 0 ? ask.word('held_camp_none') : camps.join('\n')
}

/** Where blood was given: a camp's name and place in the reader's language, or a period of time. */
export const formatEvent: Formatter = (value, ask) => {
  const [event] = records(value === undefined ? [] : [value])
  const { from, to } = event ?? {}
  if (from !== undefined && to !== undefined)
    return ask.word('event_period', { from: formatDay(from, ask), to: formatDay(to, ask) })
  const name = event?.[ask.locale] ?? event?.['en']
  if (typeof name !== 'string') throw new FormatError('an event has no name in this language, nor in English')
  return name
}
