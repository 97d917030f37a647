import type { Instant } from '../../base/clock'
import type { QuotaAsk } from '../../messaging/quota-store'

/** One member that counts in a quota until it expires. */
export interface QuotaUse {
  readonly id: string
  readonly quota: string
  readonly member: string
  readonly at: Instant
  readonly expireAt: Instant
}

export function quotaUse({ quota, member, now, windowMs }: QuotaAsk): QuotaUse {
  return { id: `${quota} ${member}`, quota, member, at: now, expireAt: now + windowMs }
}
