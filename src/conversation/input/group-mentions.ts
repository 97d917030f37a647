import { aboMentions, bloodWord, type AboMention } from './abo-rh'
import type { BloodGroup } from './recogniser'
import type { Utterance } from './utterance'

/** A blood group named with its Rh sign, and where. */
export interface GroupMention {
  readonly group: BloodGroup
  /** Index of its first token. */
  readonly at: number
  /** Index after its last token. */
  readonly end: number
}

interface Context {
  /** A medical test is spoken of. */
  readonly tested: boolean
  /** Only a patient and blood are spoken of. */
  readonly bloodTalk: boolean
}

/** The mentions before and after one. */
type Beside = readonly [AboMention | undefined, AboMention | undefined]

/** By tokens of a message: several readers ask for its groups. */
const unasked = new WeakMap<readonly string[], readonly GroupMention[]>()

const NEAR = 4
const DOUBT_NEAR = 2
const TEST_NEAR = 3

function roles(said: Utterance): Set<string | undefined> {
  return new Set(said.tokens.map((_token, at) => bloodWord(said, at)?.meaning))
}

function roleNear(said: Utterance, range: readonly [number, number], wanted: readonly string[]): boolean {
  for (let at = Math.max(0, range[0]); at < range[1]; at++) {
    if (wanted.includes(bloodWord(said, at)?.meaning ?? '')) return true
  }
  return false
}

/** "dengue patient AB positive": the group of a patient. */
function isSpeltOut(said: Utterance, { at, follows, guise }: AboMention): boolean {
  if (!follows || guise !== undefined) return false
  for (let before = at - 1; before >= at - TEST_NEAR; before--) {
    const role = bloodWord(said, before)?.meaning ?? ''
    if (role === 'patient') return true
    if (role === 'test' || role === 'paper') return false
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
    roleNear(said, [end, end + 2], ['person_noun', 'test', 'paper'])
  )
    return true
  if (guise === 'pun' && !context.bloodTalk) return true
  if (context.tested && !signed && before === 'paper') return true
  const talk = ['near', 'group', 'countable']
  return (
    context.tested &&
    !signed &&
    !isSpeltOut(said, mention) &&
    !roleNear(said, [at - 2, at], talk) &&
    !roleNear(said, [end, end + 2], talk)
  )
}

/** Nothing but words about a patient and blood stands beside the groups: then "be positive" is B+. */
function isAllBloodTalk(said: Utterance, mentions: readonly AboMention[]): boolean {
  const inside = new Set(mentions.flatMap(({ at, length }) => Array.from({ length }, (_, i) => at + i)))
  return said.tokens.every((token, i) => {
    if (inside.has(i) || !/^\p{L}/u.test(token)) return true
    return ['pun_company', 'patient', 'between', 'near', 'group', 'countable'].includes(
      bloodWord(said, i)?.meaning ?? '',
    )
  })
}

/** "A+ grade", "A+ quality", "got an A+": a mark given. */
function isMark(said: Utterance, { at, length }: AboMention): boolean {
  const end = at + length
  if ([at - 1, end].some((beside) => /^(?:school|graded)$/.test(bloodWord(said, beside)?.meaning ?? '')))
    return true
  const article =
    said.tokens[at - 1] === 'an' && !/^(?:am|m|im|need|want|find)$/.test(said.tokens[at - 2] ?? '')
  return article && !roleNear(said, [end, end + 2], ['countable', 'near', 'group', 'patient'])
}

/** "O positive socho", "stay A+ positive vibes": a way to live. */
const isMood = (said: Utterance, { at, length, signed }: AboMention): boolean =>
  !signed && bloodWord(said, at + length)?.meaning === 'mood'

/**
 * "not B+", "any group except B+", "B+ nahi" - but "B+ nahi mil raha" says that B+ is wanted, and "B+ not A+" denies
 * what follows.
 */
function isDenied(said: Utterance, { at, length }: AboMention, next: AboMention | undefined): boolean {
  if (roleNear(said, [at - 2, at], ['except'])) return true
  if (bloodWord(said, at - 1)?.meaning === 'not' && /^(not|non|isnt)$/.test(said.tokens[at - 1] ?? ''))
    return true
  for (let after = at + length; after < at + length + NEAR; after++) {
    const role = bloodWord(said, after)?.meaning
    if (role === 'except') return true
    if (role === 'not' && said.tokens[after] === 'not' && next?.at === after + 1) return false
    if (role === 'not') return bloodWord(said, after + 1)?.meaning !== 'available'
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
  if (abo !== 'AB' || guise !== 'article') return abo
  if (at === 0)
    return ['countable', 'pun_company', 'patient'].includes(bloodWord(said, at + length)?.meaning ?? '')
      ? undefined
      : abo
  const before = bloodWord(said, at - 1)?.meaning
  if (before === 'between' || before === 'group' || !/^\p{L}/u.test(said.tokens[at - 1] ?? '')) return abo
  return bloodWord(said, at + length)?.meaning === 'countable' ? 'B' : undefined
}

function isBombay(said: Utterance): boolean {
  const known = roles(said)
  if (known.has('bombay_mark')) return true
  return known.has('bombay') && !known.has('place_word') && (known.has('group') || said.words.length <= 3)
}

/** `B+ ya O`, `B+ / AB`, `B+ O`: the letter after has no Rh of its own. */
function isOfferedWith(said: Utterance, mention: AboMention, next: AboMention | undefined): boolean {
  const end = mention.at + mention.length
  if (!next || next.rh !== undefined || next.guise === 'article' || next.guise === 'pun') return false
  const parted = said.tokens[end] === '/' || bloodWord(said, end)?.meaning === 'or'
  return next.at === (parted ? end + 1 : end)
}

/** Nobody can tell which group is meant: two letters for one sign, a second letter, "maybe" beside it. */
function isDoubtful(said: Utterance, mention: AboMention, [previous, next]: Beside): boolean {
  if (isOneOfTwo(said, mention, previous) || isOfferedWith(said, mention, next)) return true
  const end = mention.at + mention.length
  return isDoubt(said, [mention.at - DOUBT_NEAR, mention.at]) || isDoubt(said, [end, end + DOUBT_NEAR])
}

/** "lagta hai" is "it seems", but of blood that it is needed: "khoon lagta hai B+". */
function isDoubt(said: Utterance, [from, to]: readonly [number, number]): boolean {
  for (let at = Math.max(0, from); at < to; at++) {
    const isNeed =
      /^(?:lagta|लगता)$/.test(said.tokens[at] ?? '') && bloodWord(said, at - 1)?.meaning === 'group'
    if (bloodWord(said, at)?.meaning === 'doubt' && !isNeed) return true
  }
  return false
}

/** Marks of schools and strengths of vitamins are spoken of, and blood is not. */
function isGraded(said: Utterance): boolean {
  const known = roles(said)
  return known.has('graded') && !['group', 'near', 'countable'].some((role) => known.has(role))
}

function contextOf(
  said: Utterance,
  mentions: readonly AboMention[],
  { asked }: { readonly asked: boolean },
): Context {
  const known = roles(said)
  const punned = mentions.some(({ guise, rh }) => guise === 'pun' && rh !== undefined)
  const aboutBlood = asked || ['group', 'near', 'countable'].some((role) => known.has(role))
  // "Report positive" is about a test, "blood report says B positive" is not.
  const paper = known.has('paper') && !known.has('group') && !known.has('written')
  return {
    tested: known.has('test') || paper,
    bloodTalk: punned && aboutBlood && isAllBloodTalk(said, mentions),
  }
}

/**
 * The blood groups that a message states and does not deny, in order; none when it leaves one in doubt or speaks of a
 * Bombay group. `asked`: the message answers the question for the group, so that "be positive" is B+.
 */
export function groupMentions(
  said: Utterance,
  how: { readonly asked: boolean } = { asked: false },
): readonly GroupMention[] {
  const known = how.asked ? undefined : unasked.get(said.tokens)
  if (known) return known
  const fresh = readGroups(said, how)
  if (!how.asked) unasked.set(said.tokens, fresh)
  return fresh
}

function readGroups(said: Utterance, how: { readonly asked: boolean }): readonly GroupMention[] {
  const mentions = aboMentions(said)
  if (mentions.every(({ rh }) => rh === undefined) || isBombay(said) || isGraded(said)) return []
  const context = contextOf(said, mentions, how)
  const groups: GroupMention[] = []
  for (const [i, mention] of mentions.entries()) {
    const beside: Beside = [mentions[i - 1], mentions[i + 1]]
    if (mention.rh === undefined || isSomethingElse(said, mention, context)) continue
    if (isDenied(said, mention, beside[1]) || isMark(said, mention) || isMood(said, mention)) continue
    const abo = aboOf(said, mention)
    if (!abo || mention.rh === 'clash' || isDoubtful(said, mention, beside)) return []
    groups.push({ group: `${abo}${mention.rh}`, at: mention.at, end: mention.at + mention.length })
  }
  return groups
}
