import type { Instant } from '../../base/clock'
import type { Todo } from '../../base/effect'
import type { Happening } from './move-pledge'
import type { Claim, Claimed, Moved, Places, PlacesFor, UnitsWanted } from './places'

export interface PlacesStore {
  /** Inserts unless the request has places; what it has either way. */
  open(places: Places): Promise<Places>
  get(requestId: string): Promise<Places | undefined>
  /** The places of every request that this donor said yes to, in no order. */
  ofDonor(donorId: string): Promise<readonly Places[]>
  /** The open places to which any of these donors said yes, in no order: one look for many. */
  openOf(donorIds: readonly string[]): Promise<readonly Places[]>
  /**
   * A yes takes a place, under the effect key, in one atomic write: never more than the request has, however many say
   * yes at once, in however many processes. The follow-ups are stored with a place only. `closed` when there are none.
   */
  claim(key: string, requestId: string, claim: Claim & { readonly todo: readonly Todo[] }): Promise<Claimed>
  /** Something happens to a donor's pledge, under the effect key; the same key again changes nothing. */
  move(key: string, requestId: string, move: PledgeMoving): Promise<Moved>
  /** The request wants so many units in all; what was given stays given. Repeatable. */
  resize(requestId: string, size: UnitsWanted): Promise<Places | undefined>
  /** Nobody gets a place any more; pledges stay as they are. Repeatable. */
  close(requestId: string, at: Instant): Promise<Places | undefined>
  /** The places that were closed last, the latest first, by an index. */
  ended(limit: number): Promise<readonly Places[]>
}

export interface PledgeMoving extends Happening {
  readonly donorId: string
  readonly placesFor: PlacesFor
  /** Stored only when it happens. */
  readonly todo: readonly Todo[]
}
