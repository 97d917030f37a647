/** The chance that at least `wanted` of independent things happen, each with its own chance. */
export function chanceOfAtLeast(wanted: number, chances: readonly number[]): number {
  if (wanted <= 0) return 1
  const tally = new Tally(wanted)
  for (const chance of chances) tally.add(chance)
  return tally.reached()
}

/**
 * How likely it is that at least `wanted` happen, while things are added one by one. Exact; each addition costs `wanted`
 * steps.
 */
export class Tally {
  /** The chance of exactly so many; the last is of `wanted` or more. */
  private readonly exactly: number[]

  constructor(private readonly wanted: number) {
    this.exactly = [1, ...Array<number>(Math.max(wanted, 0)).fill(0)]
  }

  add(chance: number): void {
    const { exactly, wanted } = this
    for (let count = wanted; count >= 0; count--) {
      const stays = count === wanted ? 1 : 1 - chance
      exactly[count] = at(exactly, count) * stays + (count > 0 ? at(exactly, count - 1) * chance : 0)
    }
  }

  reached(): number {
    return at(this.exactly, this.wanted)
  }
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0
}
