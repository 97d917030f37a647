import { systemClock } from '../../src/base/clock'
import { seededRandom } from '../../src/base/seeded-random'
import type { Fleet } from './fleet'

const LOOK_EVERY = 20

/** Kills processes at seeded moments, which are shares of the work: whenever so many alerts have arrived. */
export async function killAtMoments(
  fleet: Fleet,
  ask: {
    readonly kills: number
    readonly count: number
    readonly seed: number
    readonly done: () => number
  },
): Promise<void> {
  const random = seededRandom(ask.seed + 2)
  const moments = Array.from({ length: ask.kills }, (_, nth) => {
    const [within = 0, process = 0] = random.bytes(2)
    // One in each part of the work, the last part left out.
    return { at: Math.floor((ask.count * (nth + within / 256)) / (ask.kills + 0.5)), process }
  })
  for (const { at, process } of moments) {
    while (ask.done() < at) await systemClock.sleep(LOOK_EVERY)
    await fleet.kill(process)
  }
}
