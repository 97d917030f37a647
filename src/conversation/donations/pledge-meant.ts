import type { Instant } from '../../base/clock'
import { takesPlace, type Pledge } from '../../blood/alerts/pledge'
import type { ActionDeps } from '../action/deps'
import type { AskedRequest } from '../pledge/asked-request'

/** Fewer digits could be anybody's. */
const FEWEST_DIGITS = 3

/**
 * Whose pledge is meant: who has these digits at the end of the number; without digits, whoever is the only one to come,
 * or was moved by this very turn before a crash.
 */
export async function pledgeMeant(
  { places }: AskedRequest,
  { digits, now }: { readonly digits: string; readonly now: Instant },
  { stores }: Pick<ActionDeps, 'stores'>,
): Promise<Pledge | undefined> {
  const pledges = [...(places?.pledges ?? []), ...(places?.standby ?? [])]
  if (digits === '') return only(pledges.filter(({ state, since }) => takesPlace(state) || since === now))
  if (digits.length < FEWEST_DIGITS) return undefined
  const found = await Promise.all(
    pledges.map(async (pledge) => {
      const contact = await stores.contacts.get(pledge.donorId)
      return contact?.phone?.endsWith(digits) ? [pledge] : []
    }),
  )
  return only(found.flat())
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}
