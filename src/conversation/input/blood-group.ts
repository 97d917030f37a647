import { aboMentions, bloodWord, type AboMention } from './abo-rh'
import type { BloodGroup, Recogniser } from './recogniser'
import { utterance, type Utterance } from './utterance'

/** A blood group stated in a text. */
export interface BloodGroupMention {
  readonly group: BloodGroup
  readonly at: number
  readonly length: number
}

interface Context {
  /** A medical test is spoken of. */
  readonly tested: boolean
  readonly bloodTalk: boolean
}

const NEAR = 4

function roles(said: Utterance): Map<string, number> {
  const first = new Map<string, number>()
  for (let at = 0; at < said.tokens.length; at++) {
    const role = bloodWord(said, at)?.meaning
    if (role !== undefined && !first.has(role)) first.set(role, at)
  }
  return first
}

function roleNear(said: Utterance, range: readonly [number, number], wanted: readonly string[]): boolean {
  for (let at = Math.max(0, range[0]); at < range[1]; at++) {
    if (wanted.includes(bloodWord(said, at)?.meaning ?? '')) return true
  }
  return false
}

/** "A positive attitude", "be positive yaar", "hepatitis B positive", "HIV positive, ab ...": not a group. */
function isSomethingElse(said: Utterance, mention: AboMention, context: Context): boolean {
  const { at, length, guise, signed } = mention
  const end = at + length
  const before = bloodWord(said, at - 1)?.meaning
  if (before === 'blocked' || bloodWord(said, at - 2)?.meaning === 'blocked') return true
  if (
    !signed &&
    (guise === 'article' || guise === 'zero') &&
    roleNear(said, [end, end + 2], ['person_noun', 'test'])
  )
    return true
  if (guise === 'pun' && !context.bloodTalk) return true
  const talk = ['near', 'group', 'countable']
  return (
    context.tested && !signed && !roleNear(said, [at - 2, at], talk) && !roleNear(said, [end, end + 2], talk)
  )
}

/** Nothing but words about a patient and blood stands beside the groups: then "be positive" is B+. */
function isAllBloodTalk(said: Utterance, mentions: readonly AboMention[]): boolean {
  const inside = new Set(mentions.flatMap(({ at, length }) => Array.from({ length }, (_, i) => at + i)))
  return said.tokens.every((token, i) => {
    if (inside.has(i) || !/^\p{L}/u.test(token)) return true
    return ['pun_company', 'between', 'near', 'group', 'countable'].includes(
      bloodWord(said, i)?.meaning ?? '',
    )
  })
}

/** "not B+", "any group except B+", "B+ nahi" - but "B+ nahi mil raha" says that B+ is wanted. */
function isDenied(said: Utterance, { at, length }: AboMention): boolean {
  if (roleNear(said, [at - 2, at], ['except'])) return true
  if (bloodWord(said, at - 1)?.meaning === 'not' && /^(not|non|isnt)$/.test(said.tokens[at - 1] ?? ''))
    return true
  for (let next = at + length; next < at + length + NEAR; next++) {
    const role = bloodWord(said, next)?.meaning
    if (role === 'except') return true
    if (role === 'not') return bloodWord(said, next + 1)?.meaning !== 'available'
    if (!['between', 'near', 'group', 'countable'].includes(role ?? '')) return false
  }
  return false
}

/** `A / B +`, `A or B positive`, `A-B+`: the letter before has no Rh of its own. */
function isOneOfTwo(said: Utterance, mention: AboMention, previous: AboMention | undefined): boolean {
  if (!previous || previous.rh !== undefined) return false
  const end = previous.at + previous.length
  if (end !== mention.at - 1) return false
  const role = bloodWord(said, end)?.meaning
  return role === 'or' || role === 'and' || /^[/,&-]$/.test(said.tokens[end] ?? '')
}

/**
 * "need a B+ ...": the article, or AB written apart? "A B+" at the start or after "group" is AB, "a B+ donor" is B;
 * otherwise nobody can tell.
 */
function aboOf(said: Utterance, { abo, guise, at, length }: AboMention): AboMention['abo'] | undefined {
  if (abo !== 'AB' || guise !== 'article' || at === 0) return abo
  const before = bloodWord(said, at - 1)?.meaning
  if (before === 'between' || before === 'group' || !/^\p{L}/u.test(said.tokens[at - 1] ?? '')) return abo
  return bloodWord(said, at + length)?.meaning === 'countable' ? 'B' : undefined
}

function isBombay(said: Utterance, known: ReadonlyMap<string, number>): boolean {
  if (known.has('bombay_mark')) return true
  return known.has('bombay') && !known.has('place_word') && (known.has('group') || said.words.length <= 3)
}

/**
 * The blood groups a text states and does not deny, or `undefined` when it is in doubt about one (two signs, a letter
 * with two readings, a Bombay group). Used for whole messages too.
 */
export function statedBloodGroups(said: Utterance): readonly BloodGroupMention[] | undefined {
  const mentions = aboMentions(said)
  const stated = mentions.filter(({ rh }) => rh !== undefined)
  if (stated.length === 0) return []
  const known = roles(said)
  if (isBombay(said, known)) return undefined
  const punned = stated.some(({ guise }) => guise === 'pun')
  const context = { tested: known.has('test'), bloodTalk: punned && isAllBloodTalk(said, mentions) }
  const groups: BloodGroupMention[] = []
  for (const [i, mention] of mentions.entries()) {
    if (mention.rh === undefined || isSomethingElse(said, mention, context) || isDenied(said, mention))
      continue
    const abo = aboOf(said, mention)
    if (!abo || mention.rh === 'clash' || isOneOfTwo(said, mention, mentions[i - 1])) return undefined
    groups.push({ group: `${abo}${mention.rh}`, at: mention.at, length: mention.length })
  }
  return groups
}

/** One blood group with ABO and Rh both stated; two groups, doubt, tests and Bombay give nothing. */
export const bloodGroup: Recogniser<BloodGroup> = (text) => {
  const said = utterance(text)
  const groups = statedBloodGroups(said)
  const distinct = new Set(groups?.map(({ group }) => group))
  if (distinct.size !== 1 || roles(said).has('doubt')) return undefined
  return groups?.[0]?.group
}
