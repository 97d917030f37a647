import type { Todo } from '../../base/effect'
import type { BloodGroup } from '../groups/blood-group'
import type { Donor } from './donor'
import type { HomeCell } from './home-cell'

/** Until when somebody is not asked; what is absent stays as it is. */
export type DonorRest = Pick<Donor, 'lastDonation' | 'restUntil' | 'deferral'>

export interface DonorStore {
  /** Stores (or replaces) the donor under the effect key; the same key again changes nothing. */
  register(key: string, donor: Donor, todo: readonly Todo[]): Promise<Donor>
  get(id: string): Promise<Donor | undefined>
  /** Keeps what a donation or a pre-screen leaves behind, under the effect key; nothing when there is no such donor. */
  rest(key: string, id: string, rest: DonorRest): Promise<Donor | undefined>
  /** Sets whether the donor may be asked, under the effect key; false when there is no such donor. */
  setAvailable(key: string, id: string, available: boolean): Promise<boolean>
  /** Donors of the group who may be asked and whose home is in one of the cells, by id, by an index. */
  livingIn(ask: LivingIn): Promise<readonly Donor[]>
}

export interface LivingIn {
  readonly group: BloodGroup
  readonly cells: readonly HomeCell[]
  /** Only ids after this one. */
  readonly after: string
  readonly limit: number
}
