import { StorageError } from '../../src/base/storage-error'
import { guardStores } from '../../src/storage/guard-stores'

const gone = (): Promise<never> => Promise.reject(new Error('secret words of a document'))

describe('guardStores', () => {
  const guarded = guardStores({ requests: { get: gone, count: async () => 3 }, repoint: gone })

  it.each([
    ['a method of a store', () => guarded.requests.get(), 'requests.get'],
    ['an operation over all of them', () => guarded.repoint(), 'repoint'],
  ])('makes a StorageError of the failure of %s, without its words', async (_name, ask, operation) => {
    const error: unknown = await ask().catch((one: unknown) => one)
    expect(error).toBeInstanceOf(StorageError)
    expect((error as Error).message).toBe(`storage failed at ${operation}`)
  })

  it('passes on what succeeds', async () => {
    expect(await guarded.requests.count()).toBe(3)
  })
})
