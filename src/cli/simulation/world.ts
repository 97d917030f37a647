import { MINUTE } from '../../base/clock'
import type { BloodGroup } from '../../blood/groups/blood-group'

/** How people behave. Fixed, and not to be tuned until a policy looks good. */
export const WORLD = {
  /** Of all alerts. */
  saysYes: 0.1,
  /** Log-normal; the spread of the middle two thirds is a factor of e either way. */
  reply: { medianMs: 12 * MINUTE, sigma: 1 },
  /** Of those who said yes and were not stood down. */
  arrives: 0.7,
  /** Of those who arrived. */
  canGive: 0.78,
  travelMs: { least: 15 * MINUTE, most: 60 * MINUTE },
  /** Who is not there so long after the time said is taken not to come. */
  missedAfterMs: 30 * MINUTE,
  /** Of those on standby who are asked again. */
  standbyStillCan: 0.7,
} as const

/** KGMU Lucknow, 23,320 donors, 2011; the Rh-negative share of 4.55 % taken alike in all. */
export const GROUP_SHARES: { readonly [group in BloodGroup]: number } = shares({
  A: 21.5,
  B: 34.84,
  AB: 13.91,
  O: 29.75,
})

function shares(abo: { readonly [name in 'A' | 'B' | 'AB' | 'O']: number }) {
  const negative = 0.0455
  const signed = Object.entries(abo).flatMap(([name, share]) => [
    [`${name}+`, share * (1 - negative)],
    [`${name}-`, share * negative],
  ])
  return Object.fromEntries(signed) as { readonly [group in BloodGroup]: number }
}
