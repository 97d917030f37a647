import { StorageError } from '../base/storage-error'

/**
 * The same stores, whose failures are `StorageError`s: the caller tells an absent database, which comes back, from a
 * fault of its own.
 */
export function guardStores<T extends object>(stores: T): T {
  return new Proxy(stores, {
    get(target, name) {
      const store: unknown = Reflect.get(target, name)
      return typeof store === 'object' && store !== null ? guardStore(String(name), store) : store
    },
  })
}

function guardStore(storeName: string, store: object): object {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return async (...args: readonly unknown[]): Promise<unknown> => {
        try {
          return await (Reflect.apply(method, target, args) as unknown)
        } catch (cause) {
          throw new StorageError(`${storeName}.${String(name)}`, { cause })
        }
      }
    },
  })
}
