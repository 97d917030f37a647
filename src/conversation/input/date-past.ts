import { readDate } from './calendar-date'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

/** The day something happened: today or earlier. "kal" is yesterday. */
export const datePast: Recogniser<string> = (text, options) => readDate(utterance(text), options, -1)
