import { readDate } from './calendar-date'
import type { Recogniser } from './recogniser'

/** The day something is needed by: today or later. "kal" is tomorrow; "urgent" is today unless a day is stated. */
export const date: Recogniser<string> = (text, options) => readDate(text, options, 1)
