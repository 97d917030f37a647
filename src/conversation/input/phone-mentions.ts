import { isValidPhoneNumber } from 'libphonenumber-js/mobile'
import { lexicon } from './lexicon'
import type { Utterance } from './utterance'

/** A number that is long enough to be a phone number, and where. */
export interface PhoneMention {
  /** E.164 of an Indian mobile; missing for any other number. */
  readonly phone: string | undefined
  /** Index of its first token. */
  readonly at: number
  /** Index after its last token. */
  readonly end: number
}

/** Digits in a row with only blanks and signs of phone numbers between them. */
interface Piece {
  readonly digits: string
  readonly at: number
}

interface Reading {
  readonly phone: string | undefined
  /** How many pieces it takes. */
  readonly length: number
}

const NATIONAL = 10
const MOST_PIECES = 14
const MOST_DIGITS = 15
const DIGITS = /^\d+$/
/** Signs that people put into a phone number; a slash stands between two numbers or in a date. */
const INSIDE = /^[-.()]$/
/** What a number after a phone number may count. */
const COUNTED = new Set(['unit', 'year', 'month', 'kilo', 'time', 'day', 'week', 'thing', 'money', 'person'])
const PREFIX = /^(?:00|0)?91$|^0$/
const MOBILE = /^(?:(?:00|0)?91)?0?([6-9]\d{9})$/
/** What is left to be an Aadhaar or card number when it is written in fours. */
const FOUR = 4

function piecesFrom({ tokens }: Utterance, at: number): Piece[] {
  const pieces: Piece[] = []
  for (let next = at; next < tokens.length && pieces.length < MOST_PIECES; next++) {
    const token = tokens[next] ?? ''
    if (DIGITS.test(token)) pieces.push({ digits: token, at: next })
    else if (!INSIDE.test(token)) break
  }
  return pieces
}

/** `+` glued to the number, and not the sign of a blood group before it (`B+9839012345`). */
function hasPlus({ tokens, glued }: Utterance, at: number): boolean {
  const plus = tokens[at - 1] === '+' && glued[at] === true && tokens[at - 2] !== '91'
  return plus && !(glued[at - 1] === true && /^[\p{L}\p{M}]/u.test(tokens[at - 2] ?? ''))
}

/** The pieces of a number of another country: `+44 7911 123456`, `00977 9841234567`. */
function foreign(pieces: readonly Piece[]): Reading {
  let digits = 0
  let length = 0
  for (const piece of pieces) {
    digits += piece.digits.length
    if (length > 0 && digits > MOST_DIGITS) break
    length++
  }
  return { phone: undefined, length }
}

/** "916787 938341": neither in fours, nor a number of ten digits and something after it. */
function isUnlikeOthers(pieces: readonly Piece[]): boolean {
  if (pieces.every((piece) => piece.digits.length === FOUR)) return false
  let digits = 0
  return pieces.every((piece) => (digits += piece.digits.length) !== NATIONAL)
}

/** Whether the way the digits are grouped allows the reading: a country code is never half of a group. */
function isGroupedSo(pieces: readonly Piece[], digits: string, plus: boolean): boolean {
  const [first = ''] = pieces.map((piece) => piece.digits)
  if (plus) return digits.length > NATIONAL
  if (pieces.length === 1) return true
  if (digits.length > NATIONAL) {
    return PREFIX.test(first) || first.startsWith('0') || first.length > FOUR + 2 || isUnlikeOthers(pieces)
  }
  if (PREFIX.test(first)) return false
  return first.length > 1 || pieces.every((piece) => piece.digits.length === 1)
}

/** Whether the first pieces may be a mobile number: cheaper than reading it. */
function startsMobile(pieces: readonly Piece[]): boolean {
  let digits = ''
  return pieces.some((piece) => MOBILE.test((digits += piece.digits)))
}

/** "98390 12345 6": a slip of the finger, unless the rest is a number of its own or counts what is named after it. */
function isCutOff({ tokens }: Utterance, pieces: readonly Piece[], length: number): boolean {
  const rest = pieces.slice(length)
  const [last, next] = [pieces[length - 1], rest[0]]
  if (length === 1 || !last || !next || next.digits.length > 5 || startsMobile(rest)) return false
  // "98390-12345-62": the sign makes it one number.
  if (next.at > last.at + 1 && tokens[last.at + 1] !== '(') return true
  const after = lexicon(['counted', 'amounts'], { joined: false }).at(tokens, next.at + 1)
  return !COUNTED.has(after?.meaning ?? '')
}

function mobileIn(said: Utterance, pieces: readonly Piece[], plus: boolean): Reading | undefined {
  let digits = ''
  let found: Reading | undefined
  for (const [i, piece] of pieces.entries()) {
    digits += piece.digits
    if (digits.length > MOST_DIGITS) break
    const [, mobile] = MOBILE.exec(digits) ?? []
    if (mobile === undefined || !isGroupedSo(pieces.slice(0, i + 1), digits, plus)) continue
    const phone = `+91${mobile}`
    const valid = isValidPhoneNumber(phone) && !isCutOff(said, pieces, i + 1)
    found = { phone: valid ? phone : undefined, length: i + 1 }
    // A whole number stands: the next digits are another one, or something else.
    if (piece.digits.length >= NATIONAL) break
  }
  return found
}

/** Twelve or more digits in fours, as Aadhaar and bank cards are written. */
function inFours(pieces: readonly Piece[]): Reading | undefined {
  const other = pieces.findIndex((piece) => piece.digits.length !== FOUR)
  const length = other < 0 ? pieces.length : other
  return length >= 3 ? { phone: undefined, length } : undefined
}

function readFrom(said: Utterance, at: number): Reading | undefined {
  if (!DIGITS.test(said.tokens[at] ?? '')) return undefined
  const pieces = piecesFrom(said, at)
  const [first] = pieces
  if (!first) return undefined
  const plus = hasPlus(said, at)
  const abroad = (plus && !/^(?:0|91|9$)/.test(first.digits)) || /^00(?!91|$)/.test(first.digits)
  if (abroad) return foreign(pieces)
  const mobile = mobileIn(said, pieces, plus)
  if (mobile) return mobile
  const long = first.digits.length >= NATIONAL
  return (plus ? undefined : inFours(pieces)) ?? (long ? { phone: undefined, length: 1 } : undefined)
}

/** The phone numbers of a message, and other numbers as long; no digit belongs to two. */
export function phoneMentions(said: Utterance): PhoneMention[] {
  const found: PhoneMention[] = []
  for (let at = 0; at < said.tokens.length;) {
    const reading = readFrom(said, at)
    if (!reading) {
      at++
      continue
    }
    const last = piecesFrom(said, at)[reading.length - 1]
    const end = (last?.at ?? at) + 1
    found.push({ phone: reading.phone, at, end })
    at = end
  }
  return found
}
