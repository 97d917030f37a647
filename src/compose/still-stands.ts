import type { Clock } from '../base/clock'
import type { ActionDeps } from '../conversation/action/deps'
import { alertStands } from '../conversation/alerts/alert-stands'
import type { OutboxRow } from '../messaging/outbox-store'

/** Whether what a message is about still stands, by the kind of its subject. A kind that is not here always does. */
export function stillStands(
  deps: ActionDeps,
  clock: Pick<Clock, 'now'>,
): (row: OutboxRow) => Promise<boolean> {
  const checks: { readonly [kind: string]: (id: string) => Promise<boolean> } = {
    alert: (id) => alertStands(id, clock.now(), deps),
  }
  return async ({ subject }) => {
    const check = subject && Object.hasOwn(checks, subject.kind) ? checks[subject.kind] : undefined
    return subject && check ? check(subject.id) : true
  }
}
