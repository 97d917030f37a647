import type { Todo } from '../../base/effect'
import type { Donor } from './donor'

export interface DonorStore {
  /** Stores (or replaces) the donor under the effect key; the same key again changes nothing. */
  register(key: string, donor: Donor, todo: readonly Todo[]): Promise<Donor>
  get(id: string): Promise<Donor | undefined>
  /** Sets whether the donor may be asked, under the effect key; false when there is no such donor. */
  setAvailable(key: string, id: string, available: boolean): Promise<boolean>
}
