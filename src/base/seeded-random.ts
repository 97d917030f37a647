import type { Random } from './random'

/** The same seed gives the same bytes: for tests and simulations, never for what must not be guessed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) & 0xff
  }
  return { bytes: (size) => Uint8Array.from({ length: size }, next) }
}
