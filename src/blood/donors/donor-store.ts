import type { Todo } from '../../base/effect'
import type { BloodGroup } from '../groups/blood-group'
import type { Donor } from './donor'
import type { HomeCell } from './home-cell'

export interface DonorStore {
  /** Stores (or replaces) the donor under the effect key; the same key again changes nothing. */
  register(key: string, donor: Donor, todo: readonly Todo[]): Promise<Donor>
  get(id: string): Promise<Donor | undefined>
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
