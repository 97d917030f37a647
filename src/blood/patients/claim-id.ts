import { keyedId } from '../../base/keyed-id'

/** The id of the claim that a request of a second phone makes. */
export function claimIdOf(requestId: string): string {
  return keyedId(`claim ${requestId}`)
}
