import { readDate } from './calendar-date'
import type { Recogniser } from './recogniser'

/** The day something happened: today or earlier. "kal" is yesterday. */
export const datePast: Recogniser<string> = (text, options) => readDate(text, options, -1)
