import type { Instant } from '../../base/clock'
import { movePledge, type Happening } from './move-pledge'
import { hasCome, takesPlace, type Pledge } from './pledge'

/** So many who said yes in vain are remembered, in order, to be asked first when a place is free again. */
export const MOST_STANDBY = 20

/** The places of one request: exactly units and reserve, however many say yes at once. Plain JSON. */
export interface Places {
  /** The request's. */
  readonly id: string
  readonly unitsLeft: number
  /** How many pledges may take a place at the same time. */
  readonly places: number
  /** Who has or had a place, in the order of their yes; each donor once, here or on standby. */
  readonly pledges: readonly Pledge[]
  /** Who said yes and found no place, in that order; at most `MOST_STANDBY`. */
  readonly standby: readonly Pledge[]
  readonly closed: boolean
  readonly closedAt?: Instant
  /** The rate of showing and passing by which its places are counted, as learnt when they were opened; absent: nothing was. */
  readonly showAndPass?: number
}

/** How many places the units need that are left, at this rate of showing and passing. */
export type PlacesFor = (unitsLeft: number, showAndPass?: number) => number

export type Claimed =
  | { readonly ok: true; readonly pledge: Pledge }
  /** `full`: on standby when `standby` says so; nothing is lost, but the place is somebody else's. */
  | { readonly ok: false; readonly reason: 'full'; readonly standby: boolean }
  /** `met`: every unit is given; `done`: this donor came already, and gave or could not. */
  | { readonly ok: false; readonly reason: 'closed' | 'met' | 'done' }

export interface Claim {
  readonly donorId: string
  readonly alertId?: string
  readonly at: Instant
}

/** The places of a request nobody has said yes to. */
export function openPlaces(requestId: string, unitsLeft: number, places: number): Places {
  return { id: requestId, unitsLeft, places, pledges: [], standby: [], closed: false }
}

export interface UnitsWanted {
  readonly units: number
  readonly placesFor: PlacesFor
}

/** The places after the request was corrected to so many units in all. The same object back: nothing changed. */
export function resizedPlaces(before: Places, { units, placesFor }: UnitsWanted): Places {
  const given = before.pledges.filter(({ state }) => state === 'donated').length
  const unitsLeft = Math.max(0, units - given)
  if (unitsLeft === before.unitsLeft) return before
  return { ...before, unitsLeft, places: placesFor(unitsLeft, before.showAndPass) }
}

/** How many pledges take a place now. */
export function placesTaken({ pledges }: Pick<Places, 'pledges'>): number {
  return pledges.filter(({ state }) => takesPlace(state)).length
}

/** A yes takes a place, or the next place on standby, or nothing. The same object back: nothing changed. */
export function claimPlace(
  before: Places,
  claim: Claim,
): { readonly after: Places; readonly claimed: Claimed } {
  const own = before.pledges.find(({ donorId }) => donorId === claim.donorId)
  if (before.closed) return { after: before, claimed: { ok: false, reason: 'closed' } }
  if (own && takesPlace(own.state)) return { after: before, claimed: { ok: true, pledge: own } }
  if (own && hasCome(own.state)) return { after: before, claimed: { ok: false, reason: 'done' } }
  if (before.unitsLeft <= 0) return { after: before, claimed: { ok: false, reason: 'met' } }
  if (placesTaken(before) < before.places) return withPlace(before, claim)
  return withStandby(before, claim)
}

function withPlace(before: Places, claim: Claim): { readonly after: Places; readonly claimed: Claimed } {
  const pledge = pledgeOf(claim, 'place_held')
  const pledges = [...before.pledges.filter(({ donorId }) => donorId !== claim.donorId), pledge]
  const standby = before.standby.filter(({ donorId }) => donorId !== claim.donorId)
  return { after: { ...before, pledges, standby }, claimed: { ok: true, pledge } }
}

function withStandby(before: Places, claim: Claim): { readonly after: Places; readonly claimed: Claimed } {
  const waits = before.standby.some(({ donorId }) => donorId === claim.donorId)
  const joins = !waits && before.standby.length < MOST_STANDBY
  const claimed = { ok: false, reason: 'full', standby: waits || joins } as const
  if (!joins) return { after: before, claimed }
  const pledges = before.pledges.filter(({ donorId }) => donorId !== claim.donorId)
  return {
    after: { ...before, pledges, standby: [...before.standby, pledgeOf(claim, 'stood_down')] },
    claimed,
  }
}

/** A pledge as a yes makes it. */
export function pledgeOf({ donorId, alertId, at }: Claim, state: 'place_held' | 'stood_down'): Pledge {
  return { donorId, ...(alertId !== undefined && { alertId }), state, since: at, saidYesAt: at }
}

export type Moved =
  | { readonly ok: true; readonly pledge: Pledge }
  | { readonly ok: false; readonly reason: 'not_now' | 'not_theirs_to_say' | 'no_pledge' }

/**
 * Something happens to a donor's pledge. A donation takes a unit off; `placesFor` says how many places the units that
 * are left need.
 */
export function moveInPlaces(
  before: Places,
  donorId: string,
  { placesFor, ...happening }: Happening & { readonly placesFor: PlacesFor },
): { readonly after: Places; readonly moved: Moved } {
  const all = [...before.pledges, ...before.standby]
  const own = all.find((pledge) => pledge.donorId === donorId)
  if (!own) return { after: before, moved: { ok: false, reason: 'no_pledge' } }
  const moved = movePledge(own, happening)
  if (!moved.ok) return { after: before, moved }
  const { pledge } = moved
  const unitsLeft = before.unitsLeft - (pledge.state === 'donated' ? 1 : 0)
  const standsDown = pledge.state === 'stood_down' && before.standby.length < MOST_STANDBY
  const others = before.pledges.filter((one) => one.donorId !== donorId)
  const waiting = before.standby.filter((one) => one.donorId !== donorId)
  return {
    after: {
      ...before,
      unitsLeft,
      places:
        unitsLeft === before.unitsLeft
          ? before.places
          : placesFor(Math.max(0, unitsLeft), before.showAndPass),
      pledges: standsDown ? others : inPlaceOf(before.pledges, pledge),
      standby: standsDown ? [...waiting, pledge] : waiting,
    },
    moved,
  }
}

function inPlaceOf(pledges: readonly Pledge[], pledge: Pledge): readonly Pledge[] {
  const known = pledges.some(({ donorId }) => donorId === pledge.donorId)
  return known ? pledges.map((one) => (one.donorId === pledge.donorId ? pledge : one)) : [...pledges, pledge]
}
