import { readDate } from './calendar-date'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

/** The day something is needed by: today or later. "kal" is tomorrow; "urgent" is today unless a day is stated. */
export const date: Recogniser<string> = (text, options) => readDate(utterance(text), options, 1)
