import type { OutboxRow } from '../messaging/outbox-store'
import type { Stores } from '../storage/stores'

/** Whether what a message is about still stands, by the kind of its subject. A kind that is not here always does. */
export function stillStands(stores: Pick<Stores, 'requests'>): (row: OutboxRow) => Promise<boolean> {
  const checks: { readonly [kind: string]: (id: string, row: OutboxRow) => Promise<boolean> } = {
    // Nobody is asked to give for a request that is closed; its family still hears news of it.
    request: async (id, { purpose }) =>
      purpose !== 'alert' || (await stores.requests.get(id))?.state.status !== 'closed',
  }
  return async (row) => {
    const { subject } = row
    const check = subject && Object.hasOwn(checks, subject.kind) ? checks[subject.kind] : undefined
    return subject && check ? check(subject.id, row) : true
  }
}
