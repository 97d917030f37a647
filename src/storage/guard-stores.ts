import { fromStorage } from '../base/storage-error'

/**
 * The same stores, whose failures are `StorageError`s: the caller tells an absent database, which comes back, from a
 * fault of its own.
 */
export function guardStores<T extends object>(stores: T): T {
  return new Proxy(stores, {
    get(target, name) {
      const store: unknown = Reflect.get(target, name)
      if (typeof store === 'function') return guarded(String(name), store, target)
      return typeof store === 'object' && store !== null ? guardStore(String(name), store) : store
    },
  })
}

function guardStore(storeName: string, store: object): object {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      return typeof method === 'function' ? guarded(`${storeName}.${String(name)}`, method, target) : method
    },
  })
}

function guarded(operation: string, method: object, owner: object) {
  return (...args: readonly unknown[]): Promise<unknown> =>
    fromStorage(operation, async () => Reflect.apply(method as () => unknown, owner, args) as unknown)
}
