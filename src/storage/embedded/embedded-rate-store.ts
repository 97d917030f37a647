import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { RateStore } from '../../messaging/rate-store'
import { rateStore } from '../transitions/rate-store'

/** Rates of the one process that this engine has; they need not survive it. */
export function embeddedRateStore(): RateStore {
  return rateStore((points) => new RateLimiterMemory({ points, duration: 1 }))
}
