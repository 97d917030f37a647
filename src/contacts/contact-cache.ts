import type { Clock } from '../base/clock'
import { newId } from '../base/ids'
import type { Random } from '../base/random'
import { fromStorage } from '../base/storage-error'
import type { SenderAddresses } from '../base/channel'
import type { ContactStore } from './contact-store'

/** Knows whose address is whose without asking the storage each time; joins two contacts found to be one person. */
export class ContactCache {
  private readonly ids = new Map<string, string>()

  constructor(
    private readonly deps: {
      readonly contacts: ContactStore
      readonly clock: Clock
      readonly random: Random
      /** Re-points everything of the first contact to the second; repeatable. */
      readonly repoint: (fromContactId: string, toContactId: string) => Promise<void>
    },
    private readonly limit = 20_000,
  ) {}

  /** The contact of these addresses as last seen here; nothing when any of them is not known here. */
  known(from: SenderAddresses): string | undefined {
    const ids = addressesOf(from).map((address) => this.ids.get(address))
    return ids.every((id) => id === ids[0]) ? ids[0] : undefined
  }

  /** As stored now; created or joined when need be. Rejects with a `StorageError`. */
  resolve(from: SenderAddresses): Promise<string> {
    const { contacts, clock, random, repoint } = this.deps
    return fromStorage('contacts.resolve', async () => {
      const { contact, joined } = await contacts.resolve(from, newId(random), clock.now())
      if (joined) await repoint(joined, contact.id)
      this.remember(from, contact.id)
      return contact.id
    })
  }

  private remember(from: SenderAddresses, id: string): void {
    if (this.ids.size > this.limit) this.ids.clear()
    for (const address of addressesOf(from)) this.ids.set(address, id)
  }
}

/** The addresses a message came from; the first is where the person is answered. */
export function addressesOf(from: SenderAddresses): readonly string[] {
  return [from.phone, from.whatsappUserId].filter((address) => address !== undefined)
}
