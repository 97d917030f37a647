import type { Instant } from '../../base/clock'
import type { AlertPolicy } from './alert-policy'

type Replies = AlertPolicy['replies']

/** Which share of those who answer has answered so long after the alert: log-normal. */
export function answeredBy(elapsedMs: number, { medianMs, sigma }: Replies): number {
  return elapsedMs <= 0 ? 0 : standardNormal(Math.log(elapsedMs / medianMs) / sigma)
}

/** The chance that an alert without an answer is still said yes to. */
export function stillHoped(
  alert: { readonly at: Instant; readonly chance: number },
  now: Instant,
  replies: Replies,
): number {
  const answered = answeredBy(now - alert.at, replies)
  return (alert.chance * (1 - answered)) / (1 - alert.chance * answered)
}

/** The standard normal distribution's share below `z` (Abramowitz and Stegun 26.2.17, within 0.0000001). */
function standardNormal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  const powers = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const above = density * powers.reduceRight((sum, factor) => (sum + factor) * t, 0)
  return z >= 0 ? 1 - above : above
}
