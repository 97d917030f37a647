import { chanceOfAtLeast } from './chance'

/** How sure the pledges must make that the units are filled. */
export const FILL_CHANCE = 0.9

/** However badly people show up, nobody is served by more pledges than this for one unit. */
const MOST_PER_UNIT = 10

/**
 * How many pledges are confirmed for so many units: the fewest with which the units are filled with at least 90 %
 * chance, within what the centre can take. At a show-and-pass rate of 0.55: three for one unit, six for two.
 */
export function pledgesFor(units: number, showAndPass: number, intake: number = Infinity): number {
  const most = Math.min(units * MOST_PER_UNIT, Math.max(intake, 0))
  for (let pledges = units; pledges < most; pledges++) {
    const chances = Array<number>(pledges).fill(showAndPass)
    if (chanceOfAtLeast(units, chances) >= FILL_CHANCE) return pledges
  }
  return most
}
