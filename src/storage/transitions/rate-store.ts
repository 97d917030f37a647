import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import type { RateStore } from '../../messaging/rate-store'

/** Rates out of a library's limiters, one for each number per second. */
export function rateStore(limiterOf: (perSecond: number) => RateLimiterAbstract): RateStore {
  const limiters = new Map<number, RateLimiterAbstract>()
  return {
    take: async ({ key, perSecond }) => {
      const limiter = limiters.get(perSecond) ?? limiterOf(perSecond)
      limiters.set(perSecond, limiter)
      try {
        await limiter.consume(key)
        return 0
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext))
        throw refused
      }
    },
  }
}
