import { randomBytes } from 'node:crypto'

/** The only source of randomness. Tests give a seeded one. */
export interface Random {
  bytes(size: number): Uint8Array
}

/** The machine's cryptographic randomness. */
export const systemRandom: Random = { bytes: (size) => randomBytes(size) }
