import { date } from './date'
import { datePast } from './date-past'
import { lexicon, segments } from './lexicon'
import type { RecogniseOptions } from './recogniser'
import { time } from './time'
import { utterance } from './utterance'
import { yesNo } from './yes-no'

/** What a donor may say about an alert or a pledge. */
export const ALERT_WORDS = [
  'yes',
  'no',
  'later',
  'coming',
  'cannot',
  'family',
  'gave',
  'could_not',
  'wrong_number',
] as const
export type AlertWord = (typeof ALERT_WORDS)[number]

/** An answer to an alert, with the day and time it states. */
export interface AlertAnswerRead {
  readonly said: AlertWord
  /** "Yes, but tomorrow at 10": when the donor can come. */
  readonly day?: string
  readonly time?: string
  /** "Gave on 2 November." */
  readonly gaveOn?: string
  /** Nothing but yes, no or a number: it may as well answer something else. */
  readonly bare: boolean
}

/** Numbers of the three answers under an alert. */
const NUMBERS: Readonly<Record<string, AlertWord>> = { 1: 'yes', 2: 'no', 3: 'later' }
/** Whichever of these a message holds decides, the first of the list before the others. */
const DECIDES: readonly AlertWord[] = [
  'wrong_number',
  'could_not',
  'family',
  'cannot',
  'gave',
  'later',
  'coming',
  'no',
]
/** Longer messages are about something else. */
const MOST_WORDS = 14

/** Reads an answer to an alert in any of the languages; nothing when the text is none. */
export function alertAnswer(text: string, options: RecogniseOptions): AlertAnswerRead | undefined {
  const { words } = utterance(text)
  if (words.length === 0 || words.length > MOST_WORDS) return undefined
  const numbered = words.length === 1 ? NUMBERS[words[0] ?? ''] : undefined
  if (numbered) return { said: numbered, bare: true }
  const cut = segments(words, lexicon('alert-answers', { sound: 'phrases' }), options.locale)
  const named = DECIDES.find((word) => cut.some(({ meaning }) => meaning === word))
  if (named === 'gave') return { said: 'gave', ...gaveOn(text, options), bare: false }
  if (named) return { said: named, bare: false }
  const but = cut.find(({ meaning }) => meaning === 'but')
  const beginning = but ? words.slice(0, but.at).join(' ') : text
  const said = yesNo(beginning, options)
  if (said === undefined) return undefined
  const when = said === 'yes' ? whenOf(text, options) : {}
  return { said, ...when, bare: !but && Object.keys(when).length === 0 }
}

function gaveOn(text: string, options: RecogniseOptions): Pick<AlertAnswerRead, 'gaveOn'> {
  const day = datePast(text, options)
  return day === undefined ? {} : { gaveOn: day }
}

function whenOf(text: string, options: RecogniseOptions): Pick<AlertAnswerRead, 'day' | 'time'> {
  const day = date(text, options)
  const at = time(text, options)
  return { ...(day !== undefined && { day }), ...(at !== undefined && { time: at }) }
}
