import { HOUR, SECOND } from '../../../../src/base/clock'
import type { WebhookFault } from '../../../../src/channels/twilio-stand-in/faults'
import { seededFaults, type Fault, type FaultKind } from '../../../support/faulty-stores'
import { seededRandom } from '../../../channels/support/seeded-random'
import type { Word } from './scripted-bot'
import { WITH_RETRIES, WITHOUT_RETRIES } from './turn-world'

/** What goes wrong. Seeds take turns. */
export const FAMILIES = [
  /** Webhooks come twice, one after the other or at the same moment. */
  'duplicates',
  /** A process dies at a store call; another takes over. */
  'crash',
  /** As before, and Twilio does not try again: only its list knows. */
  'crash_unrepeated',
  /** Store calls fail, with or without having been done. */
  'failures',
  /** A store call takes longer than the budget. */
  'slow',
  /** The database is away for some messages. */
  'outage',
  /** Answers that Twilio does not get, and webhooks that do not get here. */
  'lost',
  /** Everything. */
  'storm',
] as const
export type Family = (typeof FAMILIES)[number]

export interface PlannedMessage {
  readonly phone: number
  readonly word: Word
  /** Faults of this message's webhooks. */
  readonly webhook: readonly WebhookFault[]
  /** The phone waits for the answer before it goes on; else so many milliseconds. */
  readonly then: 'wait' | number
  /** The database goes away before this message, or comes back. */
  readonly database?: 'away' | 'back'
}

export interface Schedule {
  readonly seed: number
  readonly family: Family
  readonly start: number
  readonly fragment: string
  readonly phones: number
  readonly messages: readonly PlannedMessage[]
  /** Store faults of the processes, in the order in which they are started; the last has none. */
  readonly faults: readonly (readonly Fault[])[]
  /** Processes at the same time. */
  readonly width: number
  /** Webhooks go to any of them. */
  readonly scatter: (living: number) => number
  /** Faults of Twilio's REST API. */
  readonly api: readonly ('accepted' | 'not_accepted' | 'busy')[]
  /**
   * What must be in the order in which the phone wrote. A promised answer whose commit took too long is looked for in
   * Twilio's list first, so that later ones may come before it.
   */
  readonly ordered: 'answers' | 'turns' | 'nothing'
}

const WORDS: readonly Word[] = ['need', 'yes', 'no', 'both', 'status']
const USUAL: readonly (readonly Word[])[] = [
  ['need', 'yes', 'status'],
  ['need', 'no', 'status'],
  ['need', 'yes', 'no', 'status'],
  ['need', 'no', 'yes', 'status'],
  ['need', 'both', 'status', 'need', 'yes'],
  ['need', 'yes', 'yes', 'need', 'no'],
]
/** One seed's conversations are no business of another's. */
const APART = 6 * HOUR
const FIRST_DAY = Date.UTC(2026, 0, 26, 3, 30)

/** One phone that waits for each answer, and one process with these faults. */
export function plainSchedule(of: {
  readonly seed: number
  readonly words: readonly Word[]
  readonly faults: readonly Fault[]
  readonly fragment: string
}): Schedule {
  return {
    seed: of.seed,
    family: 'crash',
    start: FIRST_DAY + of.seed * APART,
    fragment: of.fragment,
    phones: 1,
    messages: of.words.map((word) => ({ phone: 0, word, webhook: [], then: 'wait' })),
    faults: [of.faults],
    width: 1,
    scatter: () => 0,
    api: [],
    ordered: 'nothing',
  }
}

/** The schedule of a seed: the same seed, the same schedule. */
export function scheduleOf(seed: number): Schedule {
  const dice = new Dice(seed)
  const family = FAMILIES[seed % FAMILIES.length] ?? 'storm'
  const phones = dice.one(4) ? 2 : 1
  const hasty = dice.one(2)
  const unrepeated = family === 'crash_unrepeated' || (family === 'lost' && dice.one(2))
  const messages = Array.from({ length: phones }, (_, phone) =>
    wordsOf(dice).map((word) => plan(dice, { phone, word, family, hasty, repeated: !unrepeated })),
  )
  const width = dice.one(2) ? 2 : 1
  const crashes = ['crash', 'crash_unrepeated', 'storm'].includes(family)
  return {
    seed,
    family,
    start: FIRST_DAY + seed * APART,
    fragment: unrepeated ? WITHOUT_RETRIES : WITH_RETRIES,
    phones,
    messages: withOutage(dice, family, dice.mixed(messages)),
    faults: faultsOf(dice, family, width),
    width,
    scatter: (living) => (width > 1 ? dice.below(living) : 0),
    api: family === 'storm' || dice.one(5) ? [dice.pick(['accepted', 'not_accepted', 'busy'] as const)] : [],
    ordered: width > 1 || crashes || family === 'lost' ? 'nothing' : family === 'slow' ? 'turns' : 'answers',
  }
}

function wordsOf(dice: Dice): readonly Word[] {
  if (dice.one(2)) return dice.pick(USUAL)
  return Array.from({ length: 2 + dice.below(5) }, (_, i) => (i === 0 ? 'need' : dice.pick(WORDS)))
}

function plan(
  dice: Dice,
  about: {
    readonly phone: number
    readonly word: Word
    readonly family: Family
    readonly hasty: boolean
    /** Without tries again, a refused message is one that nobody here can know of. */
    readonly repeated: boolean
  },
): PlannedMessage {
  const { phone, word, family, hasty, repeated } = about
  return {
    phone,
    word,
    webhook: webhookFaults(dice, family).filter(({ kind }) => repeated || kind !== 'refuse'),
    then: hasty && dice.one(2) ? 1 + dice.below(800) : 'wait',
  }
}

function webhookFaults(dice: Dice, family: Family): readonly WebhookFault[] {
  const twice: readonly WebhookFault[] = [{ kind: 'twice' }, { kind: 'repeat' }]
  const lost: readonly WebhookFault[] = [{ kind: 'drop_answer' }, { kind: 'hang_up' }, { kind: 'refuse' }]
  if (family === 'duplicates') return dice.one(2) ? [dice.pick(twice)] : []
  if (family === 'lost') return dice.one(2) ? [dice.pick(lost)] : []
  if (family !== 'storm' || !dice.one(3)) return []
  return [dice.pick<WebhookFault>([...twice, ...lost, { kind: 'delay', ms: 2 * SECOND }])]
}

function withOutage(
  dice: Dice,
  family: Family,
  messages: readonly PlannedMessage[],
): readonly PlannedMessage[] {
  if (family !== 'outage' && !(family === 'storm' && dice.one(4))) return messages
  const away = dice.below(messages.length)
  const back = away + 1 + dice.below(3)
  return messages.map((message, i) => {
    if (i === away) return { ...message, database: 'away' }
    return i === back ? { ...message, database: 'back' } : message
  })
}

const KINDS: { readonly [F in Family]?: readonly FaultKind[] } = {
  crash: ['crash_before', 'crash_after'],
  crash_unrepeated: ['crash_before', 'crash_after'],
  failures: ['before', 'after'],
  slow: ['hold'],
  storm: ['crash_before', 'crash_after', 'before', 'after', 'hold'],
}

function faultsOf(dice: Dice, family: Family, width: number): readonly (readonly Fault[])[] {
  const kinds = KINDS[family]
  if (!kinds) return []
  const some = (): readonly Fault[] =>
    seededFaults(dice.below(1_000_000), { calls: 12 + dice.below(25), count: 1 + dice.below(2), kinds })
  return Array.from({ length: width + (dice.one(3) ? 1 : 0) }, some)
}

/** Chances by a seed. */
class Dice {
  private readonly random

  constructor(seed: number) {
    this.random = seededRandom(seed * 7919 + 1)
  }

  below(n: number): number {
    const [a = 0, b = 0] = this.random.bytes(2)
    return (a * 256 + b) % n
  }

  /** True once in n times. */
  one(n: number): boolean {
    return this.below(n) === 0
  }

  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T {
    return from[this.below(from.length)] as T
  }

  /** The lists as one, each keeping its order. */
  mixed<T>(lists: readonly (readonly T[])[]): readonly T[] {
    const left = lists.map((list) => [...list]).filter((list) => list.length > 0)
    const mixed: T[] = []
    while (left.length > 0) {
      const list = this.pick(left)
      mixed.push(...list.splice(0, 1))
      if (list.length === 0) left.splice(left.indexOf(list), 1)
    }
    return mixed
  }
}
