import type { Address } from '../../base/channel'
import { looksLikeHumanCode } from '../../base/ids'
import type { CalendarDate } from '../../base/clock'
import type { Donation } from '../../blood/donations/donation'
import { phoneMentions } from '../input/phone-mentions'
import { recognise } from '../input/recognise'
import type { RecogniseOptions } from '../input/recogniser'
import { utterance } from '../input/utterance'
import { categoryNamed, kindNamed } from './donation-words'

/** What is said of a donation besides who gave: for one, for a line, or for all that follow. */
export interface SaidOfDonation {
  readonly kind?: Donation['kind']
  readonly category?: Donation['category']
  readonly on?: CalendarDate
  /** Name of a place, in the gazetteer. */
  readonly place?: string
  /** A camp's code. */
  readonly camp?: string
}

/** One who gave: by phone, or by the code of the request they gave for, with the last digits of the phone where several did. */
export type ListedDonor = SaidOfDonation & {
  readonly written: string
  readonly phone?: Address
  readonly code?: string
  readonly digits?: string
}

export interface DonationList {
  readonly donors: readonly ListedDonor[]
  /** What could not be read, as it was written. */
  readonly unread: readonly string[]
}

export interface ReadListOptions extends RecogniseOptions {
  /** Codes that lead to something: any other word of their shape is a word. */
  readonly camps: ReadonlySet<string>
  readonly requests: ReadonlySet<string>
}

/** A part of a line: what is written between commas. */
interface Part {
  readonly written: string
  /** Without its codes. */
  readonly words: string
  readonly phones: readonly Address[]
  readonly badNumber: boolean
  readonly camp: string | undefined
  readonly code: string | undefined
  readonly digits: string | undefined
}

/** Fewer digits could be anybody's. */
const LAST_DIGITS = /^\d{3,6}$/
/** A number as long as this, beside a phone number or alone, was meant as one. */
const CUT_OFF = /^\d{5,}$/

/**
 * Reads who gave from a message of many lines: phone numbers, or codes of requests, between commas or line breaks. Words
 * beside a number ("plasma", "police") are said of that one; before the first one, of the line; before a colon or in a line without
 * numbers, of all that follow. Names are passed over and not kept; what should have been somebody and cannot be read is given back.
 */
export function readDonationList(text: string, options: ReadListOptions): DonationList {
  const donors: ListedDonor[] = []
  const unread: string[] = []
  let forAll: SaidOfDonation = {}
  for (const line of text.split('\n')) {
    const { heading, leading, parts } = parted(line, options)
    const said = saidIn(heading, options)
    if (heading !== '' && Object.keys(said).length === 0) unread.push(heading)
    const { camp, ...ofLine } = saidIn(leading, options)
    forAll = { ...forAll, ...said, ...(camp !== undefined && { camp }) }
    for (const part of parts) {
      const listed = listedIn(part, { ...forAll, ...ofLine, ...saidIn(part.written, options) })
      donors.push(...listed)
      if (listed.length === 0 || part.badNumber) unread.push(part.written)
    }
  }
  return { donors, unread }
}

/** A line: what it says of all that follow, what of its own, and its parts that name somebody. */
function parted(
  line: string,
  options: ReadListOptions,
): { readonly heading: string; readonly leading: string; readonly parts: readonly Part[] } {
  const all = line
    .split(/[,;،:：]+/u)
    .map((written) => partOf(written.trim(), options))
    .filter(({ written }) => written !== '')
  const first = all.findIndex(namesSomebody)
  const before = first === -1 ? all : all.slice(0, first)
  return {
    heading: before.map(({ written }) => written).join(' '),
    leading: leadingOf(all[first], options),
    parts: first === -1 ? [] : all.slice(first),
  }
}

/**
 * "X4K7 police 98765 43210, ...": a camp, and words that say nothing but what was given, before the first number. With a
 * name among them ("Ramesh police 98765 43210") they are said of that one only.
 */
function leadingOf(part: Part | undefined, options: ReadListOptions): string {
  const before = /^[^\d०-९+]*/u.exec(part?.words ?? '')?.[0] ?? ''
  const words = before.split(/\s+/u).filter((word) => word !== '')
  const settings = words.every((word) => categoryNamed(word) ?? kindNamed(word, options))
  return [...(part?.camp === undefined ? [] : [part.camp]), ...(settings ? words : [])].join(' ')
}

function namesSomebody({ phones, code, badNumber }: Part): boolean {
  return phones.length > 0 || code !== undefined || badNumber
}

function partOf(written: string, { camps, requests }: ReadListOptions): Part {
  const all = written.split(/\s+/u)
  const codes = all.map((word) => word.toUpperCase())
  const words = all
    .filter((_word, at) => !camps.has(codes[at] ?? '') && !requests.has(codes[at] ?? ''))
    .join(' ')
  const said = utterance(words)
  const mentions = phoneMentions(said)
  const others = said.tokens.filter(
    (_token, at) => !mentions.some((mention) => at >= mention.at && at < mention.end),
  )
  const phones = mentions.flatMap(({ phone }) => (phone === undefined ? [] : [phone]))
  return {
    written,
    words,
    phones,
    badNumber: mentions.some(({ phone }) => phone === undefined) || others.some((one) => CUT_OFF.test(one)),
    camp: codes.find((one) => camps.has(one)),
    // Beside a phone number "RAMA" is a name.
    code: codes.find((one) => requests.has(one) && (phones.length === 0 || /\d/u.test(one))),
    digits: others.find((one) => LAST_DIGITS.test(one)),
  }
}

function listedIn({ written, phones, code, digits }: Part, said: SaidOfDonation): readonly ListedDonor[] {
  if (code === undefined) return phones.map((phone) => ({ ...said, written, phone }))
  const last = phones[0] ?? digits
  return [{ ...said, written, code, ...(last !== undefined && { digits: last }) }]
}

function saidIn(text: string, options: ReadListOptions): SaidOfDonation {
  const { camp, words, phones, code } = partOf(text, options)
  const [kind, category] = [kindNamed(words, options), categoryNamed(words)]
  // Beside a number, digits and names are not taken for days and places.
  const aside = phones.length > 0 || code !== undefined
  const on = aside ? undefined : recognise('date_past', words, options)
  const place = aside ? undefined : recognise('place', words, options)
  return {
    ...(kind !== undefined && { kind }),
    ...(category !== undefined && { category }),
    ...(on !== undefined && { on }),
    ...(place !== undefined && { place }),
    ...(camp !== undefined && { camp }),
  }
}

/** Every word of the list that looks like a code, in upper case. */
export function listedCodes(text: string): readonly string[] {
  const words = text.toUpperCase().split(/[\s,;،:：]+/u)
  return [...new Set(words.filter(looksLikeHumanCode))]
}
