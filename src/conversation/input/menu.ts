import type { Locale } from '../../base/locale'
import { skeleton, sound, squeezed } from './fold'
import { lexicon } from './lexicon'
import { readNumber } from './number-words'
import type { Recogniser } from './recogniser'
import { utterance, type Utterance } from './utterance'

/** How many choices a menu has that was not given. */
const USUAL_CHOICES = 5
/** So many words that no title has may stand beside those of one title: "i want to donate". */
const MOST_FOREIGN = 2
const WORD = /^[\p{L}\p{M}]/u
/** The number word that is also "give". */
const ALSO_GIVE = /^(?:do|दो)$/

/** A message taken apart by what it says about a menu. */
interface Reading {
  /** The choices that numbers, ordinals and words of one title name. */
  readonly chosen: ReadonlySet<number | undefined>
  readonly numbered: boolean
  readonly denied: boolean
  readonly foreign: number
}

interface Asked {
  readonly titles: readonly ReadonlySet<string>[]
  /** Words that mean a choice and are not in its title: as they are written only. */
  readonly further: readonly ReadonlySet<string>[]
  readonly choices: number
  readonly locale: Locale | undefined
}

interface Part {
  readonly said: 'filler' | 'number' | 'title' | 'foreign' | 'denial'
  readonly choice?: number | undefined
  readonly length: number
}

const ENDS_IN_VOWEL = /(?:[aeiouy]|[\u0904-\u0914]|[\u093e-\u094c])$/u
const STARTS_WITH_VOWEL = /^(?:[aeiou]|[\u0904-\u0914])/u

/** `chahiye` and `chaiye`. */
const INNER_H = /(?<=.)[hह](?=.)/gu
/** A word of so many letters may be known by a single consonant. */
const LONG_ENOUGH = 5

/** One key for a word as it sounds, and one for its consonants, which both scripts share. */
function keysOf(word: string): readonly string[] {
  const heard = sound(squeezed(word.replace(/(?<=[a-z]{3})s$/, '')))
  const latin = heard
    .replace(/c(?!h)(?![eiy])/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/y$/, '')
    .replace(/[mn](?=[bdfgjkpstv])/g, '')
  const bones = skeleton(latin.replace(INNER_H, ''))
  const edges = (key: string): string =>
    `${STARTS_WITH_VOWEL.test(word) ? '~' : ''}${key}${ENDS_IN_VOWEL.test(word) ? '~' : ''}`
  const keys = word.length > 1 ? [heard.replace(INNER_H, '')] : []
  return bones.length > 1 || (bones !== '' && word.length >= LONG_ENOUGH) ? [...keys, edges(bones)] : keys
}

function titlePart(word: string, { titles }: Asked): Part {
  if (!WORD.test(word)) return { said: 'filler', length: 1 }
  const keys = keysOf(word)
  const having = titles.flatMap((title, i) => (keys.some((key) => title.has(key)) ? [i + 1] : []))
  if (having.length === 0) return { said: 'foreign', length: 1 }
  return having.length === 1 ? { said: 'title', choice: having[0], length: 1 } : { said: 'filler', length: 1 }
}

function phrasePart(meaning: string, length: number, choices: number): Part {
  if (meaning === 'not' || meaning === 'nahi') return { said: 'denial', length }
  if (meaning === 'last') return { said: 'number', choice: choices, length }
  if (meaning === 'last_but_1') return { said: 'number', choice: choices - 1, length }
  return { said: 'number', choice: Number(meaning), length }
}

function partAt(said: Utterance, at: number, asked: Asked): Part {
  const word = said.tokens[at] ?? ''
  const [meant, ...others] = asked.further.flatMap((words, i) => (words.has(word) ? [i + 1] : []))
  if (meant !== undefined && others.length === 0) return { said: 'title', choice: meant, length: 1 }
  const match = lexicon(['ordinals', 'fillers']).at(said.tokens, at, asked.locale)
  if (match?.meaning === 'filler') return { said: 'filler', length: match.length }
  if (match?.meaning === 'marker' || match?.meaning === 'whom') {
    // "chahiye" beside a number says nothing, and alone may be what one title says.
    const part = titlePart(word, asked)
    return { ...(part.said === 'title' ? part : { said: 'filler' }), length: match.length }
  }
  if (match) return phrasePart(match.meaning, match.length, asked.choices)
  const number = readNumber(said, at, asked.locale)
  if (number) return { said: 'number', choice: number.value, length: number.length }
  if (word === '+' || (word === '-' && !said.glued[at] && said.glued[at + 1]))
    return { said: 'denial', length: 1 }
  return titlePart(word, asked)
}

function read(said: Utterance, asked: Asked): Reading {
  const parts: Part[] = []
  for (let at = 0; at < said.tokens.length;) {
    const part = partAt(said, at, asked)
    // "the ursula one" counts nothing.
    const isPronoun = said.tokens[at] === 'one' && parts.some(({ choice }) => choice !== undefined)
    parts.push(isPronoun ? { said: 'filler', length: part.length } : part)
    at += part.length
  }
  const numbers = parts.filter((part) => part.said === 'number')
  const titled = parts.filter((part) => part.said === 'title')
  return {
    chosen: new Set([...numbers, ...titled].map(({ choice }) => choice)),
    numbered: numbers.length > 0,
    denied: parts.some((part) => part.said === 'denial'),
    foreign: parts.filter((part) => part.said === 'foreign').length,
  }
}

/** "mujhe do", "do do": asks to be given something. */
function isGive({ words }: Utterance, locale: Locale | undefined): boolean {
  const whom = (word: string): boolean => lexicon('ordinals').at([word], 0, locale)?.meaning === 'whom'
  const gives = words.filter((word) => ALSO_GIVE.test(word)).length
  return gives > 1 || (gives === 1 && words.some(whom))
}

/** "-1", "+1": a number with a sign is no choice, though a title may be the number. */
function isSigned({ tokens, glued }: Utterance): boolean {
  return /^[-+]$/.test(tokens[0] ?? '') && glued[1] === true && /^\d/.test(tokens[1] ?? '')
}

function byTitle({ words }: Utterance, options: readonly string[]): number | undefined {
  const wanted = words.join(' ')
  const same = options.flatMap((title, i) => (utterance(title).words.join(' ') === wanted ? [i + 1] : []))
  return wanted !== '' && same.length === 1 ? same[0] : undefined
}

/**
 * The choice among `options`, counted from 1: its number in any script or in words, "first", "last", its title, or
 * words that only one title has, in either script. Two choices, or a number that is not offered, give nothing.
 */
export const menu: Recogniser<number> = (text, { options = [], locale }) => {
  const said = utterance(text)
  if (isSigned(said)) return undefined
  const lines = options.map((option) => option.split('\n'))
  const shown = lines.map(([title = '']) => title)
  const titled = byTitle(said, shown)
  if (titled !== undefined) return titled
  const titles = shown.map((title) => new Set(utterance(title).words.flatMap(keysOf)))
  const further = lines.map(([, ...words]) => new Set(words.flatMap((word) => utterance(word).words)))
  const choices = options.length > 0 ? options.length : USUAL_CHOICES
  const { chosen, numbered, denied, foreign } = read(said, { titles, further, choices, locale })
  const [choice] = chosen
  if (denied || chosen.size !== 1 || choice === undefined || !Number.isInteger(choice)) return undefined
  if (foreign > (numbered ? 0 : MOST_FOREIGN) || isGive(said, locale)) return undefined
  return choice >= 1 && choice <= choices ? choice : undefined
}
