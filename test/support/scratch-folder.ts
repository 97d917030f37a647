import { statfsSync } from 'node:fs'

const IN_MEMORY = '/dev/shm'
const ENOUGH_BYTES = 2 ** 31

/**
 * A folder in memory with room for what tests keep, where the machine has one: there nothing waits for a disk. A test
 * kills processes and never the machine, so what is written is found again all the same.
 */
export function scratchFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize > ENOUGH_BYTES ? IN_MEMORY : undefined
  } catch {
    return undefined
  }
}
