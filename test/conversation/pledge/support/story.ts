import { HOUR, MINUTE } from '../../../../src/base/clock'
import type { Fault } from '../../../support/faulty-stores'

/** What a donor does about a request. */
export type DonorDeed =
  | 'yes'
  | 'yes_in_time'
  | 'yes_too_late'
  | 'no'
  | 'later'
  | 'cannot'
  | 'could_not'
  | 'names_time'
  | 'fails_screen'
  | 'gave_today'
  | 'gave_elsewhere'
  | 'stop'
  | 'start'
  | 'wrong_number'
/** What a coordinator does; of outcomes, by the donor's number. */
export type CoordinatorDeed =
  'verify' | 'close' | 'found_stock' | 'units' | 'group' | 'sooner' | 'gave' | 'came' | 'noshow' | 'sentback'

/** How an event happens: as it should, its message delivered twice, in two processes at once, or through a crash. */
export type How = 'plain' | 'twice' | 'at_once' | Fault

export type Step =
  | {
      readonly by: 'donor'
      readonly donor: number
      readonly deed: DonorDeed
      readonly request: number
      readonly how: How
    }
  | {
      readonly by: 'coordinator'
      readonly deed: CoordinatorDeed
      readonly request: number
      readonly donor: number
      /** With `units`. */
      readonly units: number
      readonly how: How
    }
  | { readonly by: 'family'; readonly deed: 'cancel'; readonly request: number; readonly how: How }
  /** Follow-ups and due jobs. */
  | { readonly by: 'workers'; readonly how: How }
  /** The dispatcher. */
  | { readonly by: 'sender' }
  | { readonly by: 'time'; readonly ms: number }

/** Steps that happen at the same moment, in different processes. */
export type Moment = readonly Step[]

export interface Story {
  readonly seed: number
  /** Donors whom the centre takes for one request. */
  readonly intake: number
  readonly moments: readonly Moment[]
}

export const DONORS = 8
export const REQUESTS = 3
const MOMENTS = 40

type Draw = <T>(from: readonly T[]) => T

const DEEDS: readonly (readonly [weight: number, DonorDeed])[] = [
  [10, 'yes'],
  [1, 'yes_in_time'],
  [1, 'yes_too_late'],
  [2, 'no'],
  [1, 'later'],
  [3, 'cannot'],
  [1, 'could_not'],
  [14, 'names_time'],
  [2, 'fails_screen'],
  [2, 'gave_today'],
  [1.5, 'gave_elsewhere'],
  [1, 'stop'],
  [1, 'start'],
  [0.5, 'wrong_number'],
]
const WORDS: readonly (readonly [weight: number, CoordinatorDeed])[] = [
  [2, 'verify'],
  [0.7, 'close'],
  [0.5, 'found_stock'],
  [2, 'units'],
  [0.7, 'group'],
  [0.5, 'sooner'],
  [5, 'gave'],
  [2, 'came'],
  [1, 'noshow'],
  [1, 'sentback'],
]
const KINDS: readonly (readonly [weight: number, Step['by']])[] = [
  [12, 'donor'],
  [5, 'coordinator'],
  [0.4, 'family'],
  [7, 'workers'],
  [5, 'sender'],
  [4, 'time'],
]
/** Mostly of somebody who wants to come. */
const AFTER_PLEDGE: ReadonlySet<DonorDeed | CoordinatorDeed> = new Set([
  'cannot',
  'could_not',
  'gave_today',
  'gave_elsewhere',
  'stop',
  'gave',
  'came',
  'noshow',
  'sentback',
])
const SPANS = [1 * MINUTE, 5 * MINUTE, 16 * MINUTE, 21 * MINUTE, 3 * HOUR, 5 * HOUR, 14 * HOUR, 25 * HOUR]

/** The same story for the same seed. */
export function storyOf(seed: number): Story {
  const random = mulberry32(seed)
  const draw: Draw = (from) => {
    const one = from[Math.floor(random() * from.length)]
    if (one === undefined) throw new Error('nothing to draw from')
    return one
  }
  const opening: Moment[] = [0, 1]
    .filter(() => random() < 0.9)
    .map((request) => [{ by: 'coordinator', deed: 'verify', request, donor: 0, units: 1, how: 'plain' }])
  const donors = Array.from({ length: draw([2, 4, DONORS]) }, () => Math.floor(random() * DONORS))
  const cast: Cast = { donors, requests: draw([[0], [1], [0, 1], [0, 1, 2]]), yes: [], coming: [] }
  const moments = Array.from({ length: MOMENTS }, (): Moment => {
    const first = stepOf(random, draw, cast)
    if (random() > 0.15) return [first]
    const second = stepOf(random, draw, cast)
    // Of one person, messages are worked off one after the other.
    return personOf(first) === personOf(second) || second.by === 'time' || first.by === 'time'
      ? [first]
      : [plainly(first), plainly(second)]
  })
  return {
    seed,
    intake: draw([1, 2, 3, 9]),
    moments: [...opening, [{ by: 'workers', how: 'plain' }], ...moments],
  }
}

/** Whose messages a step is among; nothing: nobody's. */
export function personOf(step: Step): string {
  return step.by === 'donor' ? `donor ${step.donor}` : step.by
}

function plainly(step: Step): Step {
  return 'how' in step ? { ...step, how: 'plain' } : step
}

/** Whom a story is about, and how far they may have come: what follows from a yes is mostly about one. */
interface Cast {
  readonly donors: readonly number[]
  readonly requests: readonly number[]
  readonly yes: Pair[]
  readonly coming: Pair[]
}

interface Pair {
  readonly donor: number
  readonly request: number
}

function stepOf(random: () => number, draw: Draw, cast: Cast): Step {
  const anybody = { donor: draw(cast.donors), request: draw(cast.requests) }
  const among = (pairs: readonly Pair[]): Pair =>
    pairs.length > 0 && random() < 0.85 ? draw(pairs.slice(-3)) : anybody
  switch (weighted(random, KINDS)) {
    case 'donor': {
      const deed = weighted(random, DEEDS)
      const pair = deed === 'yes' ? anybody : among(AFTER_PLEDGE.has(deed) ? cast.coming : cast.yes)
      if (deed === 'yes') cast.yes.push(pair)
      if (deed === 'names_time') cast.coming.push(pair)
      return { by: 'donor', ...pair, deed, how: howOf(random) }
    }
    case 'coordinator': {
      const deed = weighted(random, WORDS)
      const pair = AFTER_PLEDGE.has(deed) ? among(cast.coming) : anybody
      return { by: 'coordinator', deed, ...pair, units: draw([1, 1, 2, 3]), how: howOf(random) }
    }
    case 'family':
      return { by: 'family', deed: 'cancel', request: anybody.request, how: howOf(random) }
    case 'workers':
      return { by: 'workers', how: howOf(random) }
    case 'sender':
      return { by: 'sender' }
    case 'time':
      return { by: 'time', ms: draw(SPANS) }
  }
}

function howOf(random: () => number): How {
  const drawn = random()
  if (drawn < 0.7) return 'plain'
  if (drawn < 0.78) return 'twice'
  if (drawn < 0.86) return 'at_once'
  const kind = random() < 0.5 ? 'crash_before' : 'crash_after'
  return { at: 1 + Math.floor(random() * 14), kind }
}

function weighted<T>(random: () => number, from: readonly (readonly [number, T])[]): T {
  let left = random() * from.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, one] of from) {
    left -= weight
    if (left < 0) return one
  }
  throw new Error('nothing to draw from')
}

/** Tommy Ettinger's Mulberry32. */
function mulberry32(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
