import type { ActionContext } from './action'
import type { ActionDeps } from './deps'

/** Whether the message came from a number of `COORDINATORS`. By SMS a sender can be forged: there nobody is one. */
export function isCoordinator({ coordinators }: ActionDeps, { phone, channel }: ActionContext): boolean {
  return channel === 'whatsapp' && phone !== undefined && coordinators.includes(phone)
}
