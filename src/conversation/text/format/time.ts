import { formatDate } from './date'
import { type Formatter, FormatError, plain } from './formatter'

const TIME = /^(\d{1,2}):(\d{2})$/
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/

/** "शाम 5:30 बजे": the hour as people say it, with its part of the day. */
export const formatTime: Formatter = (value, ask) => {
  const text = plain(value)
  const [, hours, minutes] = TIME.exec(text) ?? []
  if (!hours || !minutes || Number(hours) > 23) throw new FormatError(`a time HH:MM is wanted, not "${text}"`)
  const hour = Number(hours) % 12 || 12
  const time = minutes === '00' ? String(hour) : `${hour}:${minutes}`
  return ask.word(`time_${partOfDay(Number(hours))}`, { time })
}

/** When a person answers: `HH:MM` today, or `YYYY-MM-DD HH:MM`. */
export const formatAnswerBy: Formatter = (value, ask) => {
  const text = plain(value)
  const [, date, time] = DAY_AND_TIME.exec(text) ?? []
  if (!date || !time) return formatTime(text, ask)
  return `${formatDate(date, ask)}, ${formatTime(time, ask)}`
}

function partOfDay(hour: number): string {
  if (hour < 4) return 'small_hours'
  if (hour < 12) return 'morning'
  if (hour < 16) return 'afternoon'
  return hour < 20 ? 'evening' : 'night'
}
