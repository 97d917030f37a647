import { MINUTE, type Instant } from '../../base/clock'

/** A yes holds a place so long; by then the pre-screen and an arrival time must make it a pledge. */
export const PLACE_HELD_MS = 20 * MINUTE

/** A donor's yes to a request, and what became of it. Plain JSON; why somebody could not give is never kept. */
export interface Pledge {
  readonly donorId: string
  /** The alert that was answered; absent: came by the request's link, or was entered by a coordinator. */
  readonly alertId?: string
  readonly state: PledgeState
  /** When it came to this state. */
  readonly since: Instant
  /** When the donor said yes. */
  readonly saidYesAt: Instant
  /** When the donor wants to be at the centre. */
  readonly arrivesAt?: Instant
}

export const PLEDGE_STATES = [
  /** Said yes; the place is kept for 20 minutes. */
  'place_held',
  /** Passed the pre-screen and named an arrival time. */
  'pledged',
  'reminded',
  /** Is at the centre, or says to have given; not confirmed yet. */
  'arrived',
  /** Confirmed by a coordinator or the centre: counts as a unit and earns a certificate. */
  'donated',
  /** Came but could not give: thanked the same day, never a miss. */
  'could_not_give',
  'did_not_come',
  /** The place went back: the 20 minutes ran out, or the pre-screen says not now. */
  'released',
  /** Enough have said yes; asked first when one drops out. */
  'stood_down',
  /** Changed their mind, or wrote STOP. */
  'withdrawn',
] as const
export type PledgeState = (typeof PLEDGE_STATES)[number]

export const STATES_WITH_PLACE: readonly PledgeState[] = ['place_held', 'pledged', 'reminded', 'arrived']
export const STATES_AFTER_COMING: readonly PledgeState[] = ['donated', 'could_not_give']

/** Whether a pledge in this state takes one of the request's places. */
export function takesPlace(state: PledgeState): boolean {
  return STATES_WITH_PLACE.includes(state)
}

/** Whether the donor came, and gave or could not: a further yes to the same request is of no use. */
export function hasCome(state: PledgeState): boolean {
  return STATES_AFTER_COMING.includes(state)
}

/** When a held place runs out. */
export function heldUntil({ saidYesAt }: Pick<Pledge, 'saidYesAt'>): Instant {
  return saidYesAt + PLACE_HELD_MS
}
