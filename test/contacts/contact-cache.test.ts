import { StorageError } from '../../src/base/storage-error'
import { addressesOf, ContactCache } from '../../src/contacts/contact-cache'
import type { Stores } from '../../src/storage/stores'
import { manualClock } from '../channels/support/manual-clock'
import { seededRandom } from '../channels/support/seeded-random'
import { describeEngine } from '../support/engines'
import { faultyStores, type Fault } from '../support/faulty-stores'

const PHONE = '+919876543210'
const USER = 'IN.abc123'

function cacheOn(
  stores: Stores,
  options: { readonly limit?: number; readonly faults?: readonly Fault[] } = {},
) {
  const faulty = faultyStores(stores, options.faults)
  const clock = manualClock()
  const cache = new ContactCache(
    {
      contacts: faulty.stores.contacts,
      clock,
      random: seededRandom(1),
      repoint: (from, to) => faulty.stores.repoint(from, to),
    },
    options.limit,
  )
  return { cache, clock, calls: faulty.calls }
}

describeEngine('embedded', (open) => {
  describe('the contacts of a process', () => {
    it('are known once they were resolved', async () => {
      const { cache } = cacheOn(await open())
      expect(cache.known({ phone: PHONE })).toBeUndefined()
      const id = await cache.resolve({ phone: PHONE })
      expect(cache.known({ phone: PHONE })).toBe(id)
      expect(await cache.resolve({ phone: PHONE })).toBe(id)
    })

    it('are not known by an address that is new beside a known one', async () => {
      const { cache } = cacheOn(await open())
      const id = await cache.resolve({ phone: PHONE })
      expect(cache.known({ phone: PHONE, whatsappUserId: USER })).toBeUndefined()
      expect(await cache.resolve({ phone: PHONE, whatsappUserId: USER })).toBe(id)
      expect(cache.known({ whatsappUserId: USER })).toBe(id)
    })

    it('are joined when two turn out to be one: everything goes to the older', async () => {
      const { cache, clock, calls } = cacheOn(await open())
      const older = await cache.resolve({ phone: PHONE })
      await clock.advance(1)
      const newer = await cache.resolve({ whatsappUserId: USER })
      expect(newer).not.toBe(older)
      expect(await cache.resolve({ phone: PHONE, whatsappUserId: USER })).toBe(older)
      expect(calls).toContain('repoint')
      expect(cache.known({ whatsappUserId: USER })).toBe(older)
    })

    it('are not known as joined before everything was given over', async () => {
      const { cache, clock, calls } = cacheOn(await open(), { faults: [{ at: 4, kind: 'before' }] })
      const older = await cache.resolve({ phone: PHONE })
      await clock.advance(1)
      await cache.resolve({ whatsappUserId: USER })
      const both = { phone: PHONE, whatsappUserId: USER }
      await expect(cache.resolve(both)).rejects.toThrow(StorageError)
      expect(cache.known(both)).toBeUndefined()
      expect(await cache.resolve(both)).toBe(older)
      expect(calls.filter((call) => call === 'repoint')).toHaveLength(2)
    })

    it('fail with the storage', async () => {
      const { cache } = cacheOn(await open(), { faults: [{ at: 1, kind: 'after' }] })
      await expect(cache.resolve({ phone: PHONE })).rejects.toThrow(StorageError)
      expect(cache.known({ phone: PHONE })).toBeUndefined()
    })

    it('are forgotten when they become too many', async () => {
      const { cache } = cacheOn(await open(), { limit: 2 })
      for (let i = 1; i <= 4; i++) await cache.resolve({ phone: `+91987654321${i}` })
      expect(cache.known({ phone: '+919876543211' })).toBeUndefined()
      expect(cache.known({ phone: '+919876543214' })).toBeDefined()
    })
  })
})

describe('the addresses of a sender', () => {
  it.each([
    [{ phone: PHONE }, [PHONE]],
    [{ whatsappUserId: USER }, [USER]],
    [{ whatsappUserId: USER, phone: PHONE }, [PHONE, USER]],
  ])('%j: the phone first', (from, addresses) => {
    expect(addressesOf(from)).toEqual(addresses)
  })
})
