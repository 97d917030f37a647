import type { Donation } from '../../blood/donations/donation'
import type { DonationStore } from '../../blood/donations/donation-store'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf, type IndexKey } from './index-keys'

/** Donations in LMDB. */
export function embeddedDonationStore(db: EmbeddedDatabase): DonationStore {
  const led = (keys: readonly IndexKey[]) => findAll(db.donations, keys.map(idOf))
  return {
    add: (donation) =>
      db.write(() => {
        const stored = db.donations.get(donation.id)
        if (stored) return stored
        db.donations.putSync(donation.id, donation)
        for (const key of donationKeys(donation)) db.index.add(key)
        return donation
      }),
    get: async (id) => find(db.donations, id),
    ofDonor: async (donorId) => led(db.index.below(['donation.by', donorId], { reverse: true })),
    between: async ({ from, to }) => led(db.index.below(['donation.on'], { from, upTo: to })),
    ofCamp: async (campId) => led(db.index.below(['donation.at', campId])),
  }
}

/** The index keys of a donation. */
export function donationKeys({ id, donorId, on, campId }: Donation): readonly IndexKey[] {
  return [
    ['donation.by', donorId, on, id],
    ['donation.on', on, id],
    ...(campId === undefined ? [] : [['donation.at', campId, on, id]]),
  ]
}
