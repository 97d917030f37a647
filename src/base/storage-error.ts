/**
 * The storage did not do what it was asked, and may or may not have done it: the work is to be tried again later. Its
 * message names the operation only; the engine's own error may quote documents.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError'

  constructor(operation: string, options?: ErrorOptions) {
    super(`storage failed at ${operation}`, options)
  }
}

/** The result of what is asked of the storage; whatever it fails with is a `StorageError` that names the operation. */
export async function fromStorage<T>(operation: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    throw new StorageError(operation, { cause })
  }
}
