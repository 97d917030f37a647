import type { Random } from '../../base/random'

/** What chance decides in a simulated city. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  fraction(): number
  /** True with this chance. */
  happens(chance: number): boolean
  between(least: number, most: number): number
  /** Log-normal around the median. */
  delay(median: number, sigma: number): number
  /** One of the names, each as often as its weight says. */
  oneOf<T extends string>(weights: { readonly [name in T]: number }): T
}

export function diceOf(random: Random): Dice {
  const fraction = (): number => Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32
  return {
    fraction,
    happens: (chance) => fraction() < chance,
    between: (least, most) => least + (most - least) * fraction(),
    delay: (median, sigma) => {
      // Box and Muller's transform: two even draws make one of the normal distribution.
      const normal = Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())
      return median * Math.exp(sigma * normal)
    },
    oneOf: (weights) => {
      const names = Object.keys(weights) as (keyof typeof weights)[]
      let left = fraction() * names.reduce((sum, name) => sum + weights[name], 0)
      const drawn = names.find((name) => (left -= weights[name]) < 0) ?? names.at(-1)
      if (drawn === undefined) throw new Error('nothing to draw from')
      return drawn
    },
  }
}
