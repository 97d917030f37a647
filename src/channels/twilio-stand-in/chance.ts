import type { Random } from '../../base/random'

/** A SID as Twilio makes them. */
export function newSid(random: Random, prefix: string): string {
  return prefix + Buffer.from(random.bytes(16)).toString('hex')
}

/** The items in an order drawn from `random`. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(random.bytes(4)).readUInt32BE() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
