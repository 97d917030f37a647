import type { Locale } from '../../base/locale'
import { lexicon, segments, type Segment } from './lexicon'
import type { Recogniser } from './recogniser'
import { utterance, type Utterance } from './utterance'

type Answer = 'yes' | 'no'

const MOST_ALTERNATIVES = 3

/** Any of these in a message means that it does not answer, whatever else it says. */
const UNANSWERING = new Set(['unclear', 'question', 'or', 'but'])
/** Said first, they answer whatever follows (`haan main kal aaunga`); `_phrase` answers wherever it stands. */
const STRONG = new Set(['yes', 'no', 'yes_phrase', 'no_phrase'])
/** Answers when nothing but fillers stands beside them. */
const ALONE = new Set(['yes_alone', 'no_alone', 'yes_number', 'no_number'])
/** As `ALONE`, and they give way to any other answer; "ji" is polite beside all of them. */
const ONLY = new Set(['yes_only', 'no_only'])
const POLITE = 'yes_ji'

interface Reading {
  readonly segments: readonly Segment[]
  readonly has: (meaning: string) => boolean
  readonly foreign: number
}

const FILLERS = new Set<string | undefined>(['filler', 'laugh', POLITE])
const isFiller = (segment: Segment): boolean => FILLERS.has(segment.meaning)
const NEGATORS: Readonly<Record<string, string>> = { negator: 'no_alone', negator_phrase: 'no_phrase' }
const isNegator = (segment: Segment | undefined): boolean => (segment?.meaning ?? '') in NEGATORS
const answerOf = (meaning: string): Answer => (meaning.startsWith('yes') ? 'yes' : 'no')

function isPicture(said: Utterance, { meaning, at }: Segment): boolean {
  return meaning === undefined && /^\p{Extended_Pictographic}/u.test(said.words[at] ?? '')
}

/** Negators take the word after them along: `not correct`, `cant confirm`. */
function withNegation(cut: readonly Segment[]): Segment[] {
  return cut
    .filter((segment, i) => !(isNegator(cut[i - 1]) && /^yes/.test(segment.meaning ?? '')))
    .map((segment) => ({ ...segment, meaning: NEGATORS[segment.meaning ?? ''] ?? segment.meaning }))
}

const NAHI = /^(?:nhi|nahin|nhin|nhii|nahii|nahee|naheen|nehi|nahe)$/
/** After these "nai" and "ni" are "nahi", and not "new". */
const BEFORE_NAI =
  /^(?:bilkul|kyu|kyun|kyo|kyon|q|abhi|ab|aaj|kal|theek|thik|sahi|dikkat|dikat|problem|prob|baat|pareshani|time|man|mann|zarurat|jarurat|koi|issue|tension)$/
const KYU = /^(?:kyun|kyo|kyon|kyoon|kiyu|kiu|kyoo|kiyun|kyn|q)$/

/** The ways to spell "not" and "why" made one, so that an idiom is known in all of them. */
function oneSpelling(words: readonly string[]): string[] {
  return words.map((word, at) => {
    if (NAHI.test(word)) return 'nahi'
    if (/^(?:nai|ni)$/.test(word) && BEFORE_NAI.test(words[at - 1] ?? '')) return 'nahi'
    return KYU.test(word) ? 'kyu' : word
  })
}

function read(said: Utterance, locale: Locale | undefined): Reading {
  const words = lexicon(['yes-no', 'fillers'], { sound: 'phrases' })
  const cut = withNegation(segments(oneSpelling(said.words), words, locale)).filter(
    (segment) => !isPicture(said, segment),
  )
  const meanings = new Set(cut.map((segment) => segment.meaning))
  const foreign = cut.filter(({ meaning }) => meaning === undefined || meaning === 'other').length
  return { segments: cut, has: (meaning) => meanings.has(meaning), foreign }
}

function agreed(meanings: readonly string[]): Answer | undefined {
  const answers = new Set(meanings.map(answerOf))
  return answers.size === 1 ? [...answers][0] : undefined
}

/** `no fever`, `no. 5`: a word that belongs to what follows is not an answer. */
function isDeterminer(said: Utterance, reading: Reading): boolean {
  const first = reading.segments.find((segment) => !isFiller(segment))
  if (!first || first.length > 1 || !/^noo?$/.test(said.words[first.at] ?? '')) return false
  const next = reading.segments.find((segment) => segment.at === first.at + 1)
  if (!next) return false
  if (/^\d/.test(said.words[next.at] ?? '')) return true
  return next.meaning === undefined && !/\bnoo?\s*[,.!;-]/.test(said.text)
}

function decide(reading: Reading): Answer | undefined {
  const meanings = reading.segments.flatMap(({ meaning }) => (meaning === undefined ? [] : [meaning]))
  const strong = meanings.filter((meaning) => STRONG.has(meaning))
  // A number beside other words counts something: `haan 2 unit`.
  const alone = meanings.filter(
    (meaning) => ALONE.has(meaning) && !(reading.foreign && meaning.endsWith('number')),
  )
  if (strong.length + alone.length === 0) {
    const only = meanings.filter((meaning) => ONLY.has(meaning))
    return reading.foreign
      ? undefined
      : agreed(only.length > 0 ? only : meanings.filter((one) => one === POLITE))
  }
  const answer = agreed([...strong, ...alone])
  if (reading.foreign === 0) return answer
  if (strong.some((meaning) => meaning.endsWith('phrase'))) return answer
  const first = reading.segments.find((segment) => !isFiller(segment) && !ONLY.has(segment.meaning ?? ''))
  const leads = first?.meaning !== undefined && (STRONG.has(first.meaning) || ALONE.has(first.meaning))
  return strong.length > 0 && leads ? answer : undefined
}

function answerIn(text: string, locale: Locale | undefined): Answer | undefined {
  const said = utterance(text)
  const reading = read(said, locale)
  if (reading.segments.some(({ meaning }) => UNANSWERING.has(meaning ?? ''))) return undefined
  // "why not?" asks nothing.
  if (said.tokens.includes('?') && !reading.has('yes_phrase')) return undefined
  if (isDeterminer(said, reading)) return undefined
  const answer = decide(reading)
  if (answer !== 'no' && reading.has('later')) return undefined
  if (answer === 'no' && reading.has('doubt')) return undefined
  return answer
}

/**
 * Yes or no, by word, idiom, emoji, or the numbers 1 and 2 of the prompt. Doubt, conditions, questions, "later" and
 * both at once give nothing; "not now" is no.
 */
export const yesNo: Recogniser<Answer> = (text, { locale }) => {
  // "yes/haan" says it twice, "haan/na" repeats the question.
  const answers = new Set(text.split('/', MOST_ALTERNATIVES).map((part) => answerIn(part, locale)))
  return answers.size === 1 ? [...answers][0] : undefined
}
