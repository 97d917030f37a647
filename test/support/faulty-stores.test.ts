import { describeEngine } from './engines'
import { everyFault, faultyStores, InjectedFault, seededFaults, type FaultKind } from './faulty-stores'
import { aConversation } from './records'

const ID = aConversation().id

describeEngine('embedded', (open) => {
  describe('faultyStores', () => {
    it.each<[FaultKind, boolean, boolean]>([
      ['before', false, true],
      ['after', true, true],
      ['crash_before', false, false],
      ['crash_after', true, false],
    ])('at %s has done the call: %s, and lives on: %s', async (kind, done, lives) => {
      const real = await open()
      const { stores } = faultyStores(real, [{ at: 2, kind }])
      expect(await stores.conversations.load(ID)).toBeUndefined()
      await expect(stores.conversations.write(aConversation())).rejects.toThrow(InjectedFault)
      expect(await real.conversations.load(ID)).toEqual(done ? aConversation() : undefined)
      const later = stores.conversations.load(ID)
      if (lives) await expect(later).resolves.toEqual(done ? aConversation() : undefined)
      else await expect(later).rejects.toThrow('the process is dead')
    })

    it('holds a call until it is released', async () => {
      const real = await open()
      const faulty = faultyStores(real, [{ at: 1, kind: 'hold' }])
      const written = faulty.stores.conversations.write(aConversation())
      await faulty.held()
      expect(await real.conversations.load(ID)).toBeUndefined()
      faulty.release()
      expect(await written).toBe(true)
    })

    it('does a held call of a process that died meanwhile, and tells nobody', async () => {
      const real = await open()
      const faulty = faultyStores(real, [{ at: 1, kind: 'hold' }])
      const written = faulty.stores.conversations.write(aConversation())
      await faulty.held()
      faulty.crash()
      faulty.release()
      await expect(written).rejects.toThrow(InjectedFault)
      expect(await real.conversations.load(ID)).toEqual(aConversation())
    })

    it('is away until it comes back', async () => {
      const faulty = faultyStores(await open())
      faulty.goAway()
      await expect(faulty.stores.ping()).rejects.toThrow('the storage is away')
      faulty.comeBack()
      await expect(faulty.stores.ping()).resolves.toBeUndefined()
      await faulty.stores.outbox.unknown(1)
      expect(faulty.calls).toEqual(['ping', 'ping', 'outbox.unknown'])
    })
  })
})

describe('seededFaults', () => {
  it('gives the same faults for the same seed, and others for another', () => {
    const ask = { calls: 100, count: 5 }
    expect(seededFaults(7, ask)).toEqual(seededFaults(7, ask))
    expect(seededFaults(7, ask)).not.toEqual(seededFaults(8, ask))
    expect(seededFaults(7, ask)).toHaveLength(5)
  })

  it('stays within the calls and kinds asked for', () => {
    const faults = seededFaults(1, { calls: 3, count: 9, kinds: ['after'] })
    expect(faults).toEqual([1, 2, 3].map((at) => ({ at, kind: 'after' })))
  })
})

describe('everyFault', () => {
  it('lists each kind at each call', () => {
    expect(everyFault(2, ['before', 'after'])).toHaveLength(4)
  })
})
